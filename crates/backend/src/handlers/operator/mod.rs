//! The handlers of the operator's API. The platform's own systems call it with tokens that
//! `partner-portal-backend token create` prints. Accounts are named by partner ids, and people by
//! their addresses.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod bulk_completion;
pub(crate) mod completion;
pub(crate) mod contact_information;
pub(crate) mod user;
pub(crate) mod user_removal;
pub(crate) mod users;

use partner_portal_contract::ProblemCode;

use crate::{http::error::ApiError, state::AppState, storage::accounts::AccountInformation};

/// Returns the account with this partner id.
async fn find(state: &AppState, partner_id: &str) -> Result<AccountInformation, ApiError> {
    let found = state.storage.account_information_of(&[partner_id]).await?;
    Ok(found.into_iter().next().ok_or(ProblemCode::NotFound)?)
}
