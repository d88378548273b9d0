//! Reads, stores and deletes the draft of the signed-in user. A draft is stored unchanged. Only the
//! form validates its content.

use axum::{Json, extract::State, http::StatusCode};
use partner_portal_contract::{
    Problem, paths,
    saved_draft::{DraftAnswer, DraftToSave, SavedDraft},
};

use crate::{
    clock::rfc3339,
    http::{
        error::ApiError,
        extract::{EditingMember, JsonBody},
    },
    state::AppState,
    storage::drafts::StoredDraft,
};

/// Returns the user's draft of the contact information, if there is one
#[utoipa::path(get, path = paths::DRAFT, tag = "draft",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, body = DraftAnswer),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_draft(
    State(state): State<AppState>,
    EditingMember(member): EditingMember,
) -> Result<Json<DraftAnswer>, ApiError> {
    let stored = state.storage.draft(&member.account, &member.signed_in.person.id).await?;
    Ok(Json(DraftAnswer { draft: stored.map(answered) }))
}

/// Stores a draft in place of the user's earlier one
///
/// A successful save of the contact information deletes it.
#[utoipa::path(put, path = paths::DRAFT, tag = "draft",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = DraftToSave,
    responses(
        (status = 200, body = SavedDraft),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn put_draft(
    State(state): State<AppState>,
    EditingMember(member): EditingMember,
    JsonBody(draft): JsonBody<DraftToSave>,
) -> Result<Json<SavedDraft>, ApiError> {
    let saved_at = state.clock.now();
    let user = &member.signed_in.person.id;
    state.storage.keep_draft(&member.account, user, &draft, saved_at).await?;
    Ok(Json(answered(StoredDraft { draft, saved_at })))
}

/// Deletes the user's draft
#[utoipa::path(delete, path = paths::DRAFT, tag = "draft",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    responses(
        (status = 204, description = "There is none any more, or there was none"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn delete_draft(
    State(state): State<AppState>,
    EditingMember(member): EditingMember,
) -> Result<StatusCode, ApiError> {
    state.storage.drop_draft(&member.account, &member.signed_in.person.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn answered(StoredDraft { draft, saved_at }: StoredDraft) -> SavedDraft {
    SavedDraft {
        form_version: draft.form_version,
        content: draft.content,
        base_revision: draft.base_revision,
        saved_at: rfc3339(saved_at),
    }
}
