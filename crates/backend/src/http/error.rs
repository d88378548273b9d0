//! The errors with which handlers respond. [`crate::http::request_log`] adds the body, because it contains
//! the id of the request.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use partner_portal_contract::{
    FieldError, Problem, ProblemCode, operator::AccountError, users::UserField,
};
use serde::Serialize;

use crate::{auth::Refusal, rules::error::RuleError, storage::error::StorageError};

/// A refusal or a failure of a request.
#[derive(Debug)]
pub struct ApiError {
    details: ProblemDetails,
    current_etag: Option<HeaderValue>,
    retry_after: Option<HeaderValue>,
    refuses_token: bool,
}

/// The contents of a problem document, without the request's id.
#[derive(Clone, Debug)]
pub(crate) struct ProblemDetails {
    code: ProblemCode,
    errors: Vec<AnyError>,
}

/// An error in a field of any form. The code of the problem tells which form it belongs to.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum AnyError {
    Contact(FieldError),
    User(FieldError<UserField>),
    Account(AccountError),
}

/// A problem document with the errors of any form.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AnyProblem {
    #[serde(flatten)]
    problem: Problem,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<AnyError>,
}

impl ApiError {
    /// Returns a 422 with the errors of all fields.
    pub fn contact_information_invalid(errors: Vec<FieldError>) -> Self {
        Self::invalid(ProblemCode::ContactInformationInvalid, errors, AnyError::Contact)
    }

    /// Returns a 422 with all errors in a user's name, address and role.
    pub fn user_invalid(errors: Vec<FieldError<UserField>>) -> Self {
        Self::invalid(ProblemCode::UserInvalid, errors, AnyError::User)
    }

    /// Returns a 422 with all errors in an account.
    pub fn account_invalid(errors: Vec<AccountError>) -> Self {
        Self::invalid(ProblemCode::AccountInvalid, errors, AnyError::Account)
    }

    /// Returns a 412 with the current `ETag`.
    pub fn revision_stale(current: HeaderValue) -> Self {
        let mut error = Self::from(ProblemCode::RevisionStale);
        error.current_etag = Some(current);
        error
    }

    /// Returns a 429 with the time until the next attempt, rounded up to whole seconds.
    pub fn retry_after(code: ProblemCode, wait: TimeDelta) -> Self {
        let seconds = (wait + TimeDelta::milliseconds(999)).num_seconds().max(1);
        let mut error = Self::from(code);
        error.retry_after = Some(seconds.into());
        error
    }

    fn invalid<E>(code: ProblemCode, errors: Vec<E>, of_any_form: fn(E) -> AnyError) -> Self {
        let mut error = Self::from(code);
        error.details.errors = errors.into_iter().map(of_any_form).collect();
        error
    }

    /// Returns the code of the problem document.
    pub fn code(&self) -> ProblemCode {
        self.details.code
    }

    /// Returns a 401 for an invalid bearer token. The reason appears only in the log.
    pub fn token_refused(refusal: Refusal) -> Self {
        tracing::debug!(reason = %refusal, "a bearer token was refused");
        if refusal == Refusal::KeysUnavailable {
            // The token may be valid, so the user does not need to sign in again.
            return ProblemCode::Unavailable.into();
        }
        Self { refuses_token: true, ..ProblemCode::SignedOut.into() }
    }
}

impl From<ProblemCode> for ApiError {
    fn from(code: ProblemCode) -> Self {
        let details = ProblemDetails { code, errors: Vec::new() };
        Self { details, current_etag: None, retry_after: None, refuses_token: false }
    }
}

impl From<RuleError> for ApiError {
    fn from(error: RuleError) -> Self {
        match error {
            RuleError::Refused(code) => code.into(),
            RuleError::RefusedFor { code, wait } => Self::retry_after(code, wait),
            RuleError::Storage(error) => error.into(),
        }
    }
}

impl From<StorageError> for ApiError {
    fn from(error: StorageError) -> Self {
        let code = match error {
            // The same response as for an account that the user does not belong to.
            StorageError::Removed => {
                tracing::warn!(%error, "a write came too late");
                return ProblemCode::NotFound.into();
            }
            StorageError::Unreachable(_)
            | StorageError::FileGone
            | StorageError::Damaged(_)
            | StorageError::Missing(_)
            | StorageError::Copy(_)
            | StorageError::OldSchema
            | StorageError::NewSchema => ProblemCode::Unavailable,
            StorageError::Refused(_) | StorageError::Migration(_) | StorageError::Unreadable(_) => {
                ProblemCode::Internal
            }
        };
        tracing::error!(%error, "storage failed");
        code.into()
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status(self.details.code);
        if let Some(etag) = self.current_etag {
            response.headers_mut().insert(header::ETAG, etag);
        }
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        if self.refuses_token {
            let challenge = HeaderValue::from_static("Bearer error=\"invalid_token\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        response.extensions_mut().insert(self.details);
        response
    }
}

impl ProblemDetails {
    /// Returns the problem document for the request with this id.
    pub(crate) fn into_problem(self, request_id: &str) -> AnyProblem {
        let status = status(self.code);
        let problem = Problem {
            kind: format!("/problems/{}", self.code.as_str()),
            title: status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: status.as_u16(),
            code: self.code,
            request_id: request_id.to_owned(),
            errors: Vec::new(),
        };
        AnyProblem { problem, errors: self.errors }
    }
}

fn status(code: ProblemCode) -> StatusCode {
    StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
