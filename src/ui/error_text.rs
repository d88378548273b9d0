//! What is wrong with a control: an icon and words, never only a colour.

use leptos::prelude::*;

use super::{Icon, IconName};

/// Nothing while there is no text.
#[component]
pub fn ErrorText(
    /// The id that the control's `aria-describedby` names.
    #[prop(into)]
    id: String,
    /// What is wrong and how to mend it.
    #[prop(into)]
    text: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        text.get().map(|text| {
            view! {
                <p class="field-error" id=id.clone()>
                    <Icon name=IconName::Error />
                    <span>{text}</span>
                </p>
            }
        })
    }
}
