//! The errors of requests.

use partner_portal_contract::{FieldError, Problem, ProblemCode};

use super::json;

/// A failed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The backend did not answer: the client is offline, a proxy answered instead, or the answer
    /// is malformed.
    Unreachable,
    /// The client aborted the request.
    Aborted,
    /// The backend refused the request.
    Refused {
        /// The reason.
        code: ProblemCode,
        /// The errors of each field, with `contact_information_invalid`.
        errors: Vec<FieldError>,
        /// The request's id, for the support team.
        request_id: String,
        /// The seconds until a retry can succeed, with `rate_limited` and `reminder_already_sent`.
        retry_after: Option<u32>,
    },
}

impl ApiError {
    /// Returns `true` if the backend refused the request with this code.
    pub fn is(&self, wanted: ProblemCode) -> bool {
        matches!(self, Self::Refused { code, .. } if *code == wanted)
    }

    /// Returns the request's id, if the backend refused the request.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Refused { request_id, .. } => Some(request_id),
            Self::Unreachable | Self::Aborted => None,
        }
    }

    /// Returns the error of a request without a session.
    pub fn signed_out() -> Self {
        let (errors, request_id) = (Vec::new(), String::new());
        Self::Refused { code: ProblemCode::SignedOut, errors, request_id, retry_after: None }
    }

    /// Returns the error of an unsuccessful response. If the session of a gateway in front of the
    /// backend has ended, the gateway answers with its own body or with none.
    pub(super) fn of_response(status: u16, body: &str, retry_after: Option<u32>) -> Self {
        match json::read::<Problem>(body) {
            _ if status == 401 => Self::signed_out(),
            // A failing backend is treated like one that cannot be reached: the user can try again.
            Ok(problem) if problem.status >= 500 => Self::Unreachable,
            Ok(Problem { code, errors, request_id, .. }) => {
                Self::Refused { code, errors, request_id, retry_after }
            }
            Err(_) if status == 403 => Self::signed_out(),
            Err(_) => Self::Unreachable,
        }
    }
}
