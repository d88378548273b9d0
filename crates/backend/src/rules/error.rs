//! The errors with which rules end a request.

use chrono::TimeDelta;
use partner_portal_contract::ProblemCode;

use crate::storage::error::StorageError;

/// The reason why a rule ends a request.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// The rule refuses the request.
    #[error("the request was refused: {}", .0.as_str())]
    Refused(ProblemCode),
    /// The rule refuses the request until a period has passed.
    #[error("the request was refused for a while: {}", .code.as_str())]
    RefusedFor {
        /// The code of the refusal.
        code: ProblemCode,
        /// The time until the next attempt.
        wait: TimeDelta,
    },
    /// The data that the rule needs could not be read or stored.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<ProblemCode> for RuleError {
    fn from(code: ProblemCode) -> Self {
        Self::Refused(code)
    }
}
