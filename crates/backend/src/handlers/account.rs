//! Returns one account.

use axum::{Json, extract::State};
use partner_portal_contract::{Problem, ProblemCode, account::Account, paths};

use crate::{
    http::{error::ApiError, extract::Member},
    state::AppState,
};

/// Returns the account and its integration type
#[utoipa::path(get, path = paths::ACCOUNT, tag = "account",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, body = Account),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_account(
    State(state): State<AppState>,
    member: Member,
) -> Result<Json<Account>, ApiError> {
    Ok(Json(account(&state, &member).await?))
}

/// Reads the account in the form that the API returns to its member.
pub(crate) async fn account(state: &AppState, member: &Member) -> Result<Account, ApiError> {
    let account = state.storage.account(&member.account).await?.ok_or(ProblemCode::NotFound)?;
    let offered = state.integration_type(&account)?;
    Ok(Account {
        id: account.id.to_string(),
        partner_id: account.partner_id,
        name: account.name,
        integration_type: offered.to_contract(),
        default_brand: account.default_brand,
        environments: offered.environments().collect(),
    })
}
