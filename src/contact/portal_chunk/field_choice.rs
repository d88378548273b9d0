//! Shows one field of a conflict: the previous value, both new values and the choice.

use leptos::prelude::*;

use super::contact_information_summary::value_lines;
use crate::{
    contact::{
        state::{
            conflict::{Difference, Side},
            contact_form::ContactForm,
        },
        texts::field_texts,
    },
    i18n::{Text, t, use_i18n},
    session::use_session,
    ui::{Choice, ChoiceGroup},
};

/// Shows the three versions of a field. `is_missed` is `true` if the user must still decide.
#[component]
pub fn FieldChoice(
    difference: Difference,
    base: ContactForm,
    mine: ContactForm,
    theirs: ContactForm,
    chosen: Signal<Option<Side>>,
    on_choose: Callback<Side>,
    is_missed: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let field = difference.field;
    let value = move |form: ContactForm| {
        let view = move || value_lines(i18n, &form, field);
        view.into_any()
    };
    let choices = vec![
        Choice {
            label: t(Text::YourVersion),
            is_chosen: Signal::derive(move || chosen.get() == Some(Side::Mine)),
            on_choose: Callback::new(move |()| on_choose.run(Side::Mine)),
            content: value(mine),
        },
        Choice {
            label: t(Text::TheirVersion),
            is_chosen: Signal::derive(move || chosen.get() == Some(Side::Theirs)),
            on_choose: Callback::new(move |()| on_choose.run(Side::Theirs)),
            content: value(theirs),
        },
    ];
    let error = Signal::derive(move || is_missed.get().then(|| i18n.text(Text::ChooseVersion)));
    view! {
        <ChoiceGroup
            id="conflict-".to_owned() + field.as_str()
            label=Signal::derive(move || field_texts::label(i18n, field, &session.platform_name()))
            choices
            error
        >
            <div class="conflict-base">
                <span class="muted">{t(Text::VersionBefore)}</span>
                {value(base)}
            </div>
        </ChoiceGroup>
    }
}
