//! What every handler can reach.

use std::sync::Arc;

use axum::extract::FromRef;
use tokio_util::sync::CancellationToken;
use url::Url;

use partner_portal_contract::{Environment, FieldRules, ProblemCode};

use crate::{
    auth::BearerTokens,
    clock::Clock,
    error::ApiError,
    integration_types::{IntegrationTypes, OfferedType},
    limits::Limits,
    mail::Mailer,
    notices::Notices,
    storage::{Storage, StoredAccount},
    tasks::Tasks,
};

/// Shared by all requests; cloning is cheap.
#[derive(Clone)]
pub struct AppState {
    /// What is kept.
    pub storage: Storage,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Which bearer tokens count, if any do.
    pub bearer_tokens: Option<Arc<BearerTokens>>,
    /// What the operator offers.
    pub integration_types: Arc<IntegrationTypes>,
    /// Tells waiting requests that an account has changed.
    pub notices: Notices,
    /// How often something may be done.
    pub limits: Arc<Limits>,
    /// Writes to people.
    pub mailer: Mailer,
    /// The address of the page that holds the portal, without a query: mails lead there.
    pub public_url: Arc<Url>,
    /// Where people sign in, if there is a page for it.
    pub sign_in_page: Option<Arc<str>>,
    /// Changes that an orderly stop waits for.
    pub tasks: Tasks,
    /// Cancelled when the server begins to stop, so that nobody waits any longer.
    pub stopping: CancellationToken,
}

impl FromRef<AppState> for Storage {
    fn from_ref(state: &AppState) -> Self {
        state.storage.clone()
    }
}

impl AppState {
    /// What the account integrates. Checked at start, so an unknown one is a defect.
    pub fn integration_type(&self, account: &StoredAccount) -> Result<&OfferedType, ApiError> {
        self.integration_types.get(&account.integration_type).ok_or_else(|| {
            tracing::error!("an account has an integration type that is not offered");
            ProblemCode::Internal.into()
        })
    }

    /// What an environment asks of the account. The environment is a parameter of the request, and
    /// not every integration type has each.
    pub fn rules(
        &self,
        account: &StoredAccount,
        environment: Environment,
    ) -> Result<FieldRules, ApiError> {
        let rules = self.integration_type(account)?.rules(environment);
        rules.ok_or_else(|| ProblemCode::InvalidParameter.into())
    }
}
