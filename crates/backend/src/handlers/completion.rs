//! Whether an account is complete; with `Prefer: wait`, as soon as that changes.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::{
    Completion, Environment, Problem, ProblemCode, completion::MAX_EDITORS, paths,
};
use tokio::time::{Instant, sleep_until};

use crate::{
    error::ApiError,
    etag,
    extract::{EnvironmentQuery, Member, PreferWait, ValidQuery},
    judgement::judge,
    state::AppState,
};

/// Whether the contact information is complete, and why not
///
/// With `If-None-Match` and `Prefer: wait=N` the answer comes as soon as it would differ, or as
/// 304 after N seconds.
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
    // Before the first look, so that no change falls between looking and waiting.
    let mut changes = state.notices.subscribe(&member.account);
    let deadline = Instant::now() + wait.duration();
    loop {
        let answer = Answer::of(&state, &member, query.environment).await?;
        if !etag::if_none_match(&headers, &answer.etag) {
            return Ok(answer.respond(StatusCode::OK, wait));
        }
        tokio::select! {
            Ok(()) = changes.changed() => {}
            () = sleep_until(deadline) => {
                return Ok(answer.respond(StatusCode::NOT_MODIFIED, wait));
            }
            () = state.stopping.cancelled() => {
                return Ok(answer.respond(StatusCode::NOT_MODIFIED, wait));
            }
        }
    }
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
    ) -> Result<Self, ApiError> {
        let judgement = judge(state, &member.account, environment).await?;
        let editors = state.storage.editors(&member.account, MAX_EDITORS).await?;
        // Who asks may have been removed or have another role since the request was let in. Looked
        // at last: an answer that differs from the known one never tells somebody their old role.
        let role = member.again(state).await?.role;
        let mut completion = Completion {
            version: String::new(),
            complete: judgement.is_complete(),
            revision: judgement.revision,
            environment,
            requirements: judgement.requirements,
            role,
            can_edit: role.can_edit(),
            editors,
        };
        completion.version = etag::version_of(&written(&completion)?);
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
