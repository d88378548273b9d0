//! Somebody else saved first: what differs, and the choice.

use leptos::prelude::*;
use partner_portal_contract::{
    ContactField, ContactInformationDraft, contact_information::ContactInformationDocument,
};

use super::{
    contact_information_summary::value_lines,
    field_texts,
    form::ContactForm,
    form_code::with_form_code,
    state::{ContactFormState, SaveProgress},
};
use crate::{
    i18n::{Text, t, use_i18n},
    session::use_session,
    ui::{Button, Notice, NoticeKind},
};

/// Both versions of every field that differs; nothing while there is no conflict.
#[component]
pub fn ConflictNotice(state: ContactFormState) -> impl IntoView {
    move || match state.progress.get() {
        SaveProgress::Conflict(theirs) => {
            with_form_code(state, 3, move |code| (code.comparison)(state, &theirs.body))
        }
        _ => ().into_any(),
    }
}

/// What differs, and the choice.
pub fn comparison(state: ContactFormState, theirs: &ContactInformationDocument) -> AnyView {
    let mine = state.form.get_untracked();
    let name = theirs.updated_by.as_ref().map(|by| by.name.clone());
    let theirs = ContactForm::of_document(theirs);
    view! { <Comparison state mine theirs name=name.unwrap_or_default() /> }.into_any()
}

#[component]
fn Comparison(
    state: ContactFormState,
    mine: ContactForm,
    theirs: ContactForm,
    name: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let drafts: (ContactInformationDraft, ContactInformationDraft) =
        (mine.to_draft(), theirs.to_draft());
    let changed = drafts.0.changed_fields(&drafts.1);
    let row = move |field: ContactField| {
        let (mine, theirs) = (mine.clone(), theirs.clone());
        view! {
            <tr>
                <th scope="row">
                    {move || field_texts::label(i18n, field, &session.platform_name())}
                </th>
                <td>{move || value_lines(i18n, &mine, field)}</td>
                <td>{move || value_lines(i18n, &theirs, field)}</td>
            </tr>
        }
    };
    view! {
        <Notice
            kind=NoticeKind::Warning
            title=Signal::derive(move || i18n.with(Text::ConflictBody, &[("name", &name)]))
        >
            <table class="comparison">
                <thead>
                    <tr>
                        <th scope="col">{t(Text::Field)}</th>
                        <th scope="col">{t(Text::YourVersion)}</th>
                        <th scope="col">{t(Text::TheirVersion)}</th>
                    </tr>
                </thead>
                <tbody>{changed.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
            <div class="row">
                <Button on_press=Callback::new(move |()| state.keep_mine())>
                    {t(Text::KeepMine)}
                </Button>
                <Button on_press=Callback::new(move |()| state.take_theirs())>
                    {t(Text::TakeTheirs)}
                </Button>
            </div>
        </Notice>
    }
}
