//! Lists the users whom the sign-in page offers.

use std::collections::BTreeMap;

use axum::{Json, extract::State};
use partner_portal_contract::{
    paths,
    session::{DemoUser, DemoUsers},
};

use crate::{
    http::error::ApiError, rules::completion::requirements_of, state::AppState,
    storage::accounts::StoredAccount,
};

/// The number of members offered per account. In an account with thousands of members, these are
/// the named ones.
const PER_ACCOUNT: u32 = 5;

/// Checks whether an account is complete in its first environment.
async fn is_complete(state: &AppState, account: &StoredAccount) -> Result<bool, ApiError> {
    let mut environments = state.integration_type(account)?.environments();
    let first = environments.next().unwrap_or_default();
    Ok(requirements_of(&state.storage, &state.integration_types, account, first)
        .await?
        .is_complete())
}

/// Lists the demo's users
#[utoipa::path(get, path = paths::DEMO_USERS, tag = "demo", security(()),
    responses((status = 200, body = DemoUsers)))]
pub(crate) async fn get_users(State(state): State<AppState>) -> Result<Json<DemoUsers>, ApiError> {
    let mut complete = BTreeMap::new();
    let mut users = Vec::new();
    for member in state.storage.first_members(PER_ACCOUNT, state.clock.now()).await? {
        let account = &member.account;
        let is_complete = match complete.get(&account.id) {
            Some(known) => *known,
            None => is_complete(&state, account).await?,
        };
        complete.insert(account.id.clone(), is_complete);
        users.push(DemoUser {
            user_id: member.person.id.to_string(),
            name: member.person.name,
            email: member.person.email,
            role: member.role,
            account_id: account.id.to_string(),
            account_name: account.name.clone(),
            integration_type: account.integration_type.clone(),
            complete: is_complete,
        });
    }
    Ok(Json(DemoUsers { users }))
}
