//! Made-up accounts and a sign-in without a password, active only under `--demo`. It uses the same
//! storage and sessions as the rest and has no rules of its own.

mod accounts;
mod crowd;
mod history;
pub(crate) mod page;
mod seed;
pub(crate) mod session;
pub(crate) mod users;

use crate::{http::error::ApiError, state::AppState};

/// Stores the made-up accounts if the database has no account.
pub(crate) async fn plant_if_empty(state: &AppState) -> Result<(), ApiError> {
    if state.storage.is_empty().await? {
        let seed = seed::seed(&state.integration_types, state.clock.now())?;
        state.storage.plant(&seed).await?;
    }
    Ok(())
}
