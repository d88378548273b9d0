//! Reads the document whenever it may have changed.

use leptos::{prelude::*, task::spawn_local};

use partner_portal_contract::contact_information::ContactInformationDocument;

use crate::{
    api::ApiError,
    contact::state::ContactFormState,
    reactive::{effect, memo},
    session::SessionContext,
    turns::Turns,
};

/// The state of the latest read.
#[derive(Clone, Copy)]
pub struct DocumentReading {
    /// `true` if the read has failed.
    pub has_failed: RwSignal<bool>,
    attempt: RwSignal<u32>,
}

impl DocumentReading {
    /// Reads the document again.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Loads the account's document into the form, and every newer revision that completion reports.
/// Ends with the calling owner.
pub fn read_document(state: ContactFormState) -> DocumentReading {
    let session = state.session.get_value();
    let revision = memo(move || session.completion().map(|completion| completion.revision));
    let reading = DocumentReading { has_failed: RwSignal::new(false), attempt: RwSignal::new(0) };
    let reads = Turns::default();
    // Not a `Resource`, because its code would be a sixtieth of the first view.
    effect(move || {
        let account = session.account_id();
        // Another user's save is loaded as soon as it is known, unless that would lose unsaved
        // text. This reads the memo instead of only tracking it, because a memo that is never read
        // never changes.
        revision.get();
        reading.attempt.track();
        let turn = reads.begin();
        reading.has_failed.set(false);
        spawn_local(async move {
            let answer = read(session, &account).await;
            // The view has been removed, or a newer read has begun.
            if !turn.is_current() {
                return;
            }
            match answer {
                Ok((document, support_address)) => state.load(document, &support_address),
                Err(_) => reading.has_failed.set(true),
            }
        });
    });
    reading
}

/// Returns the document and the default brand's support address.
async fn read(
    session: SessionContext,
    account: &str,
) -> Result<(ContactInformationDocument, String), ApiError> {
    let api = session.api.get_value();
    let reported = untrack(|| session.completion()).map_or(0, |completion| completion.revision);
    let mut document = api.contact_information(account).await?;
    // An early read may be older than the revision that completion reports.
    if document.revision < reported {
        document = api.contact_information(account).await?;
    }
    let account = api.account(account).await?;
    Ok((document, account.default_brand.support_email))
}
