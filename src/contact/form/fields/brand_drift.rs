//! Shows a notice if the address for end customers is not the default brand's support address. One
//! press replaces the address with the brand's.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, advice::differs_from_brand};
use reactive_stores::Field;

use crate::{
    browser::reference_data,
    contact::state::ContactFormState,
    i18n::{Text, t, use_i18n},
    reactive::memo,
    ui::{Button, Icon, IconName, LiveRegion, focus_by_id},
};

/// Shows the notice and its button. Hidden during `is_typing`, because a half-typed address differs
/// only for a moment.
#[component]
pub fn BrandDrift(
    state: ContactFormState,
    value: Field<String>,
    #[prop(into)] is_typing: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let node = NodeRef::<leptos::html::Div>::new();
    let support = state.support_address;
    let differs = memo(move || {
        support.with(|support| {
            let tables = state.tables.read();
            differs_from_brand(&value.read(), support, reference_data(tables.as_ref()))
        })
    });
    let is_shown = memo(move || differs.get() && !is_typing.get());
    let sentence = move |text| i18n.with(text, &[("address", &support.get())]);
    let announcement = RwSignal::new(String::new());
    // A notice that is there from the start is read together with the field. Only a later one is
    // announced.
    Effect::new(move |before: Option<bool>| {
        let now = is_shown.get();
        if now && before == Some(false) {
            announcement.set(untrack(|| sentence(Text::BrandDrift)));
        }
        now
    });
    let use_brand_address = move |()| {
        // The button is about to be removed, so the focus moves to the text box that it changes.
        if let Some(node) = node.get_untracked() {
            focus_by_id(&node, ContactField::OperationalShared.as_str());
        }
        value.set(support.get_untracked());
        announcement.set(untrack(|| sentence(Text::BrandTakenOver)));
    };
    let notice = move || {
        is_shown.get().then(|| {
            view! {
                <div class="advice">
                    <Icon name=IconName::Info />
                    <span>{move || sentence(Text::BrandDrift)}</span>
                    <Button on_press=Callback::new(use_brand_address)>{t(Text::BrandTakeOver)}</Button>
                </div>
            }
        })
    };
    view! {
        <div node_ref=node>
            {notice} <LiveRegion message=announcement />
        </div>
    }
}
