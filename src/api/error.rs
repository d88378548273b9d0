//! Why a request did not bring what was asked for.

use partner_portal_contract::{FieldError, Problem, ProblemCode};

use super::json;

/// A failed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No answer, or one that is not the backend's: offline, a proxy, a defect.
    Unreachable,
    /// The request was ended by ourselves.
    Aborted,
    /// The backend said no.
    Refused {
        /// Why.
        code: ProblemCode,
        /// With `contact_information_invalid`: what is wrong with which field.
        errors: Vec<FieldError>,
        /// For the support team.
        request_id: String,
        /// With `rate_limited` and `reminder_already_sent`: in how many seconds it is possible.
        retry_after: Option<u32>,
    },
}

impl ApiError {
    /// Whether the backend refused with that code.
    pub fn is(&self, wanted: ProblemCode) -> bool {
        matches!(self, Self::Refused { code, .. } if *code == wanted)
    }

    /// The request's id, when the backend gave one.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Refused { request_id, .. } => Some(request_id),
            Self::Unreachable | Self::Aborted => None,
        }
    }

    /// As the backend refuses somebody who is not signed in.
    pub fn signed_out() -> Self {
        let (errors, request_id) = (Vec::new(), String::new());
        Self::Refused { code: ProblemCode::SignedOut, errors, request_id, retry_after: None }
    }

    /// Reads a response that is not a success. A gateway in front of the backend answers with a body
    /// of its own, or with none, when its own session has ended.
    pub(super) fn of_response(status: u16, body: &str, retry_after: Option<u32>) -> Self {
        match json::read::<Problem>(body) {
            _ if status == 401 => Self::signed_out(),
            // A failing backend is no different from one that cannot be reached: try again.
            Ok(problem) if problem.status >= 500 => Self::Unreachable,
            Ok(Problem { code, errors, request_id, .. }) => {
                Self::Refused { code, errors, request_id, retry_after }
            }
            Err(_) if status == 403 => Self::signed_out(),
            Err(_) => Self::Unreachable,
        }
    }
}
