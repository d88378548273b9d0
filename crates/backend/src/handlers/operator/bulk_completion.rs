//! Returns the completion of many accounts at once.

use std::collections::HashMap;

use axum::{Json, extract::State};
use partner_portal_contract::{
    Problem, ProblemCode, Requirement,
    operator::{
        AccountState, BulkCompletion, BulkCompletionInput, BulkCompletions, MAX_BULK_ACCOUNTS,
    },
    paths,
};

use crate::{
    http::{
        error::ApiError,
        extract::{JsonBody, Operator},
    },
    rules::operated_account::unmet,
    state::AppState,
};

/// The maximum size of the body: one thousand partner ids of the greatest length.
pub(crate) const MAX_BULK_BODY_OCTETS: usize = 1024 * 1024;

/// Returns whether each of up to 1,000 accounts may use the platform in an environment
///
/// Changes nothing, so the scope `read` is enough.
#[utoipa::path(post, path = paths::OPERATOR_BULK_COMPLETION, tag = "operator",
    security(("operator_token" = [])),
    request_body = BulkCompletionInput,
    responses(
        (status = 200, body = BulkCompletions),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_operator_completion(
    State(state): State<AppState>,
    _operator: Operator,
    JsonBody(input): JsonBody<BulkCompletionInput, MAX_BULK_BODY_OCTETS>,
) -> Result<Json<BulkCompletions>, ApiError> {
    let BulkCompletionInput { environment, partner_ids } = input;
    if partner_ids.len() > MAX_BULK_ACCOUNTS {
        return Err(ProblemCode::TooManyAccounts.into());
    }
    let ids: Vec<&str> = partner_ids.iter().map(String::as_str).collect();
    let stored = state.storage.account_information_of(&ids).await?;
    let stored: HashMap<_, _> =
        stored.iter().map(|one| (one.account.partner_id.as_str(), one)).collect();
    let mut completions = Vec::with_capacity(ids.len());
    for partner_id in &partner_ids {
        let (state, unmet) = match stored.get(partner_id.as_str()) {
            None => (AccountState::NotFound, Vec::new()),
            Some(account) => in_environment(unmet(&state.integration_types, account, environment)?),
        };
        completions.push(BulkCompletion { partner_id: partner_id.clone(), state, unmet });
    }
    Ok(Json(BulkCompletions { completions }))
}

/// Returns the state by the unmet requirements, which are `None` if the environment is not offered.
fn in_environment(unmet: Option<Vec<Requirement>>) -> (AccountState, Vec<Requirement>) {
    match unmet {
        None => (AccountState::EnvironmentNotOffered, Vec::new()),
        Some(unmet) if unmet.is_empty() => (AccountState::Complete, unmet),
        Some(unmet) => (AccountState::Locked, unmet),
    }
}
