//! Authenticates a system of the operator by its token.

use axum::{extract::FromRequestParts, http::request::Parts};
use partner_portal_contract::ProblemCode;

use super::bearer_token::bearer_token;
use crate::{
    auth::{Refusal, operator_token},
    http::error::ApiError,
    state::AppState,
    storage::operator_tokens::{OperatorToken, TokenScope},
};

/// A system of the operator with a valid token. Cookies and tokens of partners are refused.
#[derive(Clone, Debug)]
pub struct Operator {
    /// The token.
    pub token: OperatorToken,
    token_hash: [u8; 32],
}

/// A system of the operator whose token permits changes.
#[derive(Clone, Debug)]
pub struct WritingOperator(pub Operator);

impl Operator {
    /// Checks the token again, for a request that has waited.
    pub async fn again(&self, state: &AppState) -> Result<Self, ApiError> {
        Self::find(state, self.token_hash).await
    }

    async fn find(state: &AppState, token_hash: [u8; 32]) -> Result<Self, ApiError> {
        let token = state.storage.operator_token(&token_hash).await?;
        match token {
            Some(token) if token.is_valid(state.clock.now()) => Ok(Self { token, token_hash }),
            Some(_) => Err(ApiError::token_refused(Refusal::Expired)),
            None => Err(ApiError::token_refused(Refusal::NoOperatorToken)),
        }
    }
}

impl FromRequestParts<AppState> for Operator {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let token = bearer_token(&parts.headers).ok_or(ProblemCode::SignedOut)?;
        if !operator_token::is_operator_token(token) {
            return Err(ApiError::token_refused(Refusal::NoOperatorToken));
        }
        Self::find(state, operator_token::hash(token)).await
    }
}

impl FromRequestParts<AppState> for WritingOperator {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let operator = Operator::from_request_parts(parts, state).await?;
        match operator.token.scope {
            TokenScope::Write => Ok(Self(operator)),
            TokenScope::Read => Err(ProblemCode::NotPermitted.into()),
        }
    }
}
