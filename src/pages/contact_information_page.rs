//! Shows the page Configuration > Contact information, where the form is changed later.

use leptos::prelude::*;

use super::page_heading::PageHeading;
use crate::{
    contact::{
        ContactFormState, ContactInformationPanel, FormFooter, HistorySection, read_document,
    },
    i18n::{Text, t},
    reactive::memo,
    session::use_session,
};

/// Shows the same form as the modal, and the history.
#[component]
pub fn ContactInformationPage(state: ContactFormState) -> impl IntoView {
    let session = use_session();
    let can_edit = memo(move || session.completion().is_some_and(|it| it.can_edit));
    let reading = read_document(state);
    view! {
        <div class="page">
            <p class="breadcrumb">{t(Text::Configuration)}</p>
            <PageHeading text=t(Text::ContactInformation) />
            <p class="page-lead">{t(Text::ContactInformationLead)}</p>
            <div class="page-form">
                <ContactInformationPanel state reading />
                <Show when=move || can_edit.get()>
                    <footer class="page-footer">
                        <FormFooter state label=Text::Save />
                    </footer>
                </Show>
            </div>
            <HistorySection />
        </div>
    }
}
