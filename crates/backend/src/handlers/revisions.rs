//! Lists the saves of the contact information.

use std::collections::BTreeSet;

use axum::{Json, extract::State};
use partner_portal_contract::{
    Problem, paths,
    revision::{MAX_PAGE_SIZE, Revision, RevisionPage},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    clock::rfc3339,
    http::{
        error::ApiError,
        extract::{Member, ValidQuery},
        pages::{self, PageSizes, RequestedPage},
    },
    state::AppState,
    storage::contact_information::StoredRevision,
};

const PAGE_SIZES: PageSizes = PageSizes { default: 20, max: MAX_PAGE_SIZE };

/// The query of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct RevisionsParameters {
    /// 1 to 50. The default is 20.
    page_size: Option<u32>,
    /// The `next_page_token` of the previous page.
    page_token: String,
}

/// Lists the saves of the contact information, newest first
#[utoipa::path(get, path = paths::REVISIONS, tag = "contact information",
    params(("account" = String, Path, description = "The account's id"), RevisionsParameters),
    responses(
        (status = 200, body = RevisionPage),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_revisions(
    State(state): State<AppState>,
    member: Member,
    ValidQuery(parameters): ValidQuery<RevisionsParameters>,
) -> Result<Json<RevisionPage>, ApiError> {
    let list = ["revisions", member.account.as_str()];
    let RevisionsParameters { page_size, page_token } = &parameters;
    let requested = RequestedPage::parse(&list, PAGE_SIZES, *page_size, page_token, |place| {
        place.parse().ok()
    })?;
    // Reads one more revision than requested. The last revision of the page is compared with it,
    // and it shows that another page follows.
    let stored =
        state.storage.revisions(&member.account, requested.after, requested.size + 1).await?;
    let page_size = requested.size as usize;
    let next_page_token = (stored.len() > page_size)
        .then(|| pages::write(&list, &stored[page_size - 1].revision.to_string()));
    let revisions: Vec<_> = stored
        .iter()
        .take(page_size)
        .enumerate()
        .map(|(index, newer)| compared(newer, stored.get(index + 1)))
        .collect();
    let ids = alert_contacts(&revisions);
    let users = state.storage.users_with_ids(&member.account, &ids, state.clock.now()).await?;
    Ok(Json(RevisionPage { revisions, users, next_page_token }))
}

fn compared(newer: &StoredRevision, older: Option<&StoredRevision>) -> Revision {
    Revision {
        revision: newer.revision,
        saved_by: newer.saved_by.clone(),
        saved_at: rfc3339(newer.saved_at),
        changed_fields: newer.changed_fields.clone(),
        before: older.map(|older| older.document.clone()).unwrap_or_default(),
        after: newer.document.clone(),
    }
}

/// Returns the alert contacts of all documents without duplicates.
fn alert_contacts(revisions: &[Revision]) -> Vec<String> {
    let documents = revisions.iter().flat_map(|one| [&one.before, &one.after]);
    let ids: BTreeSet<_> = documents.flat_map(|document| &document.alert_contacts).collect();
    ids.into_iter().cloned().collect()
}
