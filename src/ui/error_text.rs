//! The error message of a control: an icon and text, never only a colour.

use leptos::prelude::*;

use super::{Icon, IconName};

/// Shows an error, or nothing while there is none.
#[component]
pub fn ErrorText(
    /// The id that the control's `aria-describedby` names.
    #[prop(into)]
    id: String,
    /// The error and how to correct it.
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
