//! Loads the contact information and shows it: as a form to those who may edit, in words to others.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::contact_information::ContactInformationDocument;

use super::{
    contact_information_form::ContactInformationForm,
    portal_chunk::{contact_information_summary, requirements_list},
    state::ContactFormState,
};
use crate::{
    api::ApiError,
    deferred::{load_failed, skeleton},
    session::{SessionContext, use_session},
};

/// The contact information, in all the states that a read can have.
#[component]
pub fn ContactInformationPanel(state: ContactFormState) -> impl IntoView {
    let session = use_session();
    let revision = Memo::new(move |_| session.completion().map(|completion| completion.revision));
    let attempt = RwSignal::new(0_u32);
    let latest = StoredValue::new(0_u32);
    let failed = RwSignal::new(false);
    // Not a resource: its machinery would be a sixtieth of the first view.
    Effect::new(move |_| {
        let account = session.account_id();
        // Somebody else's save is taken over as soon as it is known, unless it would cost text.
        // Read, not only tracked: a memo that nobody reads never runs and never changes.
        revision.get();
        attempt.track();
        let question = latest.get_value() + 1;
        latest.set_value(question);
        failed.set(false);
        spawn_local(async move {
            let answer = read(session, &account).await;
            // Unmounted, or asked again.
            if latest.try_get_value() != Some(question) {
                return;
            }
            match answer {
                Ok((document, support_address)) => state.load(document, &support_address),
                Err(_) => failed.set(true),
            }
        });
    });
    let has_failed = Memo::new(move |_| !state.is_loaded() && failed.get());
    let can_edit = Memo::new(move |_| session.completion().is_some_and(|it| it.can_edit));
    let is_locked = Memo::new(move |_| session.completion().is_some_and(|it| !it.complete));
    let is_loaded = Memo::new(move |_| state.is_loaded());
    move || match (is_loaded.get(), can_edit.get()) {
        (true, true) => view! { <ContactInformationForm state /> }.into_any(),
        (true, false) if is_locked.get() => requirements_list(),
        (true, false) => contact_information_summary(state),
        (false, _) if has_failed.get() => {
            load_failed(Callback::new(move |()| attempt.update(|it| *it += 1)))
        }
        (false, _) => skeleton(8),
    }
}

/// The document, and the default brand's support address.
async fn read(
    session: SessionContext,
    account: &str,
) -> Result<(ContactInformationDocument, String), ApiError> {
    let api = session.api.get_value();
    let judged = untrack(|| session.completion()).map_or(0, |completion| completion.revision);
    let mut document = api.contact_information(account).await?;
    // Read ahead, before the save that the verdict knows of.
    if document.revision < judged {
        document = api.contact_information(account).await?;
    }
    let account = api.account(account).await?;
    Ok((document, account.default_brand.support_email))
}
