//! Returns the completion of an account. With `Prefer: wait`, the request is a long poll.

use std::{pin::pin, sync::Arc};

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::{Completion, Environment, Problem, ProblemCode, paths};
use tokio::time::sleep;

use crate::{
    change_feed::Subscription,
    http::{
        error::ApiError,
        etag,
        extract::{EnvironmentQuery, Member, PreferWait, ValidQuery},
    },
    rules::completion::{AccountCompletion, account_completion},
    state::AppState,
};

/// Returns whether the contact information is complete, and the unmet requirements
///
/// With `If-None-Match` and `Prefer: wait=N`, the request is a long poll. The response is sent as
/// soon as it differs from the known version, or as 304 after N seconds.
#[utoipa::path(get, path = paths::COMPLETION, tag = "completion",
    params(
        ("account" = String, Path, description = "The account's id"),
        EnvironmentQuery,
        ("if-none-match" = Option<String>, Header, description = "The `ETag` that is known"),
        ("prefer" = Option<String>, Header, description = "`wait=N`, at most 25 seconds"),
    ),
    responses(
        (status = 200, body = Completion, headers(
            ("etag" = String, description = "The quoted `version`"),
            ("preference-applied" = String, description = "`wait=N`: the wait that is granted, \
                if one was asked for"),
        )),
        (status = 304, description = "As known", headers(
            ("etag" = String, description = "As known"),
            ("preference-applied" = String, description = "`wait=N`: the wait that was granted"),
        )),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_completion(
    State(state): State<AppState>,
    member: Member,
    ValidQuery(query): ValidQuery<EnvironmentQuery>,
    wait: PreferWait,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    // Subscribes before the first read, so that no change is missed between the read and the wait.
    let mut changes = state.change_feed.subscribe(&member.account);
    let mut waited = pin!(wait_is_over(&state, wait));
    let environment = query.environment;
    let mut seen = Arc::new(
        account_completion(&state.storage, &state.integration_types, &member.account, environment)
            .await?,
    );
    loop {
        let answer = Answer::of(&state, &member, environment, &seen).await?;
        if !etag::if_none_match(&headers, &answer.etag) {
            return Ok(answer.respond(StatusCode::OK, wait));
        }
        let next = next_difference(&state, &member, environment, &mut changes, &seen);
        seen = tokio::select! {
            next = next => next?,
            () = &mut waited => return Ok(answer.respond(StatusCode::NOT_MODIFIED, wait)),
        };
    }
}

/// Completes when the wait has elapsed or the server stops.
async fn wait_is_over(state: &AppState, wait: PreferWait) {
    tokio::select! {
        () = sleep(wait.duration()) => {}
        () = state.stopping.cancelled() => {}
    }
}

/// Returns the account's completion as soon as this member's response may differ. A notification
/// that changes nothing for the member causes no query of their own.
async fn next_difference(
    state: &AppState,
    member: &Member,
    environment: Environment,
    changes: &mut Subscription,
    seen: &AccountCompletion,
) -> Result<Arc<AccountCompletion>, ApiError> {
    loop {
        let access_may_differ = changes.next_change(&member.signed_in.person.id).await;
        let read = account_completion(
            &state.storage,
            &state.integration_types,
            &member.account,
            environment,
        );
        let now = changes.completion(environment, read).await?;
        if access_may_differ || *now != *seen {
            return Ok(now);
        }
    }
}

/// Reads the completion in the form that the API returns to a member of the account.
pub(crate) async fn completion(
    state: &AppState,
    member: &Member,
    environment: Environment,
) -> Result<Completion, ApiError> {
    let seen =
        account_completion(&state.storage, &state.integration_types, &member.account, environment)
            .await?;
    for_member(state, member, environment, &seen).await
}

/// Adds the values that depend on the member to an account's completion.
async fn for_member(
    state: &AppState,
    member: &Member,
    environment: Environment,
    seen: &AccountCompletion,
) -> Result<Completion, ApiError> {
    // The member may have been removed or may have a new role since the request was accepted. The
    // role is read last, so a response that differs from the known one never contains the old role.
    let role = member.again(state).await?.role;
    let mut completion = Completion {
        version: String::new(),
        complete: seen.evaluated.is_complete(),
        revision: seen.evaluated.revision,
        environment,
        requirements: seen.evaluated.requirements.clone(),
        role,
        can_edit: role.can_edit(),
        editors: seen.editors.clone(),
    };
    completion.version = etag::version_of(&written(&completion)?);
    Ok(completion)
}

fn written(completion: &Completion) -> Result<Vec<u8>, ProblemCode> {
    serde_json::to_vec(completion).map_err(|_| ProblemCode::Internal)
}

struct Answer {
    body: Vec<u8>,
    etag: HeaderValue,
}

impl Answer {
    async fn of(
        state: &AppState,
        member: &Member,
        environment: Environment,
        seen: &AccountCompletion,
    ) -> Result<Self, ApiError> {
        let completion = for_member(state, member, environment, seen).await?;
        Ok(Self { etag: etag::of_version(&completion.version), body: written(&completion)? })
    }

    fn respond(self, status: StatusCode, wait: PreferWait) -> Response {
        let mut response = if status == StatusCode::OK {
            let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
            (json, Body::from(self.body)).into_response()
        } else {
            status.into_response()
        };
        response.headers_mut().insert(header::ETAG, self.etag);
        response.headers_mut().extend(wait.applied());
        response
    }
}
