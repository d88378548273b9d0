//! Checks that the signed-in user belongs to the account in the path.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use partner_portal_contract::{ProblemCode, users::Role};
use serde::Deserialize;

use super::signed_in::SignedIn;
use crate::{http::error::ApiError, ids::AccountId, state::AppState};

/// A signed-in user who belongs to the account in the path. All other users get the same response
/// as for an account that does not exist.
#[derive(Clone, Debug)]
pub struct Member {
    /// The signed-in user.
    pub signed_in: SignedIn,
    /// The account.
    pub account: AccountId,
    /// The user's role in the account.
    pub role: Role,
}

impl Member {
    /// Reads the membership again, for a request that has waited.
    pub async fn again(&self, state: &AppState) -> Result<Self, ApiError> {
        Self::find(state, self.signed_in.again(state).await?, self.account.clone()).await
    }

    /// Checks that the signed-in user belongs to the account. If not, the error is the same as for
    /// an account that does not exist.
    pub async fn find(
        state: &AppState,
        signed_in: SignedIn,
        account: AccountId,
    ) -> Result<Self, ApiError> {
        let Some(role) = state.storage.role_of(&signed_in.person.id, &account).await? else {
            // The user may have been removed from their only account since the session was read.
            // That ends the session, so it is checked again.
            signed_in.again(state).await?;
            return Err(ProblemCode::NotFound.into());
        };
        Ok(Self { signed_in, account, role })
    }
}

/// The account in the path. Other path parameters are ignored.
#[derive(Deserialize)]
struct AccountInPath {
    account: String,
}

impl FromRequestParts<AppState> for Member {
    type Rejection = ApiError;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let signed_in = SignedIn::from_request_parts(parts, state).await?;
        let Path(path) = Path::<AccountInPath>::from_request_parts(parts, state)
            .await
            .map_err(|_| ProblemCode::NotFound)?;
        Self::find(state, signed_in, AccountId::new(path.account)).await
    }
}
