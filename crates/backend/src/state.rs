//! The state that all handlers share.

use std::sync::Arc;

use axum::extract::FromRef;
use tokio_util::sync::CancellationToken;
use url::Url;

use partner_portal_contract::{Environment, FieldRules, ProblemCode};

use crate::{
    auth::BearerTokens,
    clock::Clock,
    http::error::ApiError,
    integration_types::{IntegrationTypes, OfferedType},
    limits::Limits,
    mail::Mailer,
    notices::Notices,
    storage::{Storage, StoredAccount},
    tasks::Tasks,
};

/// The state of the server. Clones are cheap and share it.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub storage: Storage,
    /// The source of the current time.
    pub clock: Arc<dyn Clock>,
    /// The verifier of bearer tokens, if they are accepted.
    pub bearer_tokens: Option<Arc<BearerTokens>>,
    /// The configured integration types.
    pub integration_types: Arc<IntegrationTypes>,
    /// Wakes the long polls when an account has changed.
    pub notices: Notices,
    /// The rate limits.
    pub limits: Arc<Limits>,
    /// Sends mails.
    pub mailer: Mailer,
    /// The address of the page that contains the portal, without a query. Links in mails lead
    /// there.
    pub public_url: Arc<Url>,
    /// The address of the sign-in page, if there is one.
    pub sign_in_page: Option<Arc<str>>,
    /// The changes that an orderly stop waits for.
    pub tasks: Tasks,
    /// Cancelled when the server begins to stop. It ends the long polls.
    pub stopping: CancellationToken,
}

impl FromRef<AppState> for Storage {
    fn from_ref(state: &AppState) -> Self {
        state.storage.clone()
    }
}

impl AppState {
    /// Returns the integration type of the account. It was checked when the server started, so an
    /// unknown one is a bug.
    pub fn integration_type(&self, account: &StoredAccount) -> Result<&OfferedType, ApiError> {
        self.integration_types.get(&account.integration_type).ok_or_else(|| {
            tracing::error!("an account has an integration type that is not offered");
            ProblemCode::Internal.into()
        })
    }

    /// Returns the rules of the account in an environment. The environment comes from the request
    /// and is refused if the account's integration type does not have it.
    pub fn rules(
        &self,
        account: &StoredAccount,
        environment: Environment,
    ) -> Result<FieldRules, ApiError> {
        let rules = self.integration_type(account)?.rules(environment);
        rules.ok_or_else(|| ProblemCode::InvalidParameter.into())
    }
}
