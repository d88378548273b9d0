//! Returns the completion of an account to the operator's own services. With `Prefer: wait`, the
//! request is a long poll.

use std::{pin::pin, sync::Arc};

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::{
    Environment, Problem, ProblemCode, operator::OperatorCompletion, paths,
};
use tokio::time::sleep;

use super::find;
use crate::{
    change_feed::Subscription,
    http::{
        error::ApiError,
        etag,
        extract::{EnvironmentQuery, Operator, PartnerIdInPath, PreferWait, ValidQuery},
    },
    ids::{AccountId, UserId},
    rules::completion::{AccountCompletion, account_completion},
    state::AppState,
};

/// Returns whether an account may use the platform in an environment
///
/// With `If-None-Match` and `Prefer: wait=N`, the request is a long poll. The response is sent as
/// soon as it differs from the known version, or as 304 after N seconds.
#[utoipa::path(get, path = paths::OPERATOR_COMPLETION, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        EnvironmentQuery,
        ("if-none-match" = Option<String>, Header, description = "The `ETag` that is known"),
        ("prefer" = Option<String>, Header, description = "`wait=N`, at most 25 seconds"),
    ),
    responses(
        (status = 200, body = OperatorCompletion, headers(("etag" = String))),
        (status = 304, description = "As known", headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_operator_completion(
    State(state): State<AppState>,
    operator: Operator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    ValidQuery(query): ValidQuery<EnvironmentQuery>,
    wait: PreferWait,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let (account, environment) = (find(&state, &partner_id).await?.account.id, query.environment);
    // Subscribes before the first read, so that no change is missed between the read and the wait.
    let mut changes = state.change_feed.subscribe(&account);
    let mut waited = pin!(async {
        tokio::select! {
            () = sleep(wait.duration()) => {}
            () = state.stopping.cancelled() => {}
        }
    });
    let mut seen = Arc::new(read(&state, &account, environment).await?);
    loop {
        let completion = OperatorCompletion {
            partner_id: partner_id.clone(),
            environment,
            complete: seen.evaluated.is_complete(),
            revision: seen.evaluated.revision,
            requirements: seen.evaluated.requirements.clone(),
        };
        let tag = tag(&completion)?;
        if !etag::if_none_match(&headers, &tag) {
            return Ok(respond(Json(completion).into_response(), tag, wait));
        }
        seen = tokio::select! {
            next = next_difference(&state, &account, environment, &mut changes, &seen) => next?,
            () = &mut waited => {
                operator.again(&state).await?;
                return Ok(respond(StatusCode::NOT_MODIFIED.into_response(), tag, wait));
            }
        };
        // The token may have been revoked during the wait.
        operator.again(&state).await?;
    }
}

async fn read(
    state: &AppState,
    account: &AccountId,
    environment: Environment,
) -> Result<AccountCompletion, ApiError> {
    Ok(account_completion(&state.storage, &state.integration_types, account, environment).await?)
}

/// Returns the account's completion as soon as it differs from the one that was seen.
async fn next_difference(
    state: &AppState,
    account: &AccountId,
    environment: Environment,
    changes: &mut Subscription,
    seen: &AccountCompletion,
) -> Result<Arc<AccountCompletion>, ApiError> {
    loop {
        changes.next_change(&UserId::operator()).await;
        let now = changes.completion(environment, read(state, account, environment)).await?;
        if *now != *seen {
            return Ok(now);
        }
    }
}

fn tag(completion: &OperatorCompletion) -> Result<HeaderValue, ProblemCode> {
    let written = serde_json::to_vec(completion).map_err(|_| ProblemCode::Internal)?;
    Ok(etag::of_version(&etag::version_of(&written)))
}

fn respond(mut response: Response, tag: HeaderValue, wait: PreferWait) -> Response {
    response.headers_mut().insert(header::ETAG, tag);
    response.headers_mut().extend(wait.applied());
    response
}
