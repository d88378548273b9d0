//! The state that all handlers share.

use std::sync::Arc;

use axum::{extract::FromRef, http::HeaderName};
use tokio_util::sync::CancellationToken;
use url::Url;

use partner_portal_contract::{Environment, FieldRules};

use crate::{
    auth::BearerTokens,
    change_feed::ChangeFeed,
    clock::Clock,
    integration_types::{IntegrationTypes, OfferedType},
    mail::Mailer,
    rules::{
        error::RuleError,
        limits::Limits,
        offered_types::{field_rules, offered_type},
    },
    storage::{Storage, accounts::StoredAccount},
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
    pub change_feed: ChangeFeed,
    /// The rate limits.
    pub limits: Arc<Limits>,
    /// The header whose last entry is the client's address. `None` if clients connect directly.
    pub client_address_header: Option<HeaderName>,
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
    /// Returns the integration type of the account.
    pub fn integration_type(&self, account: &StoredAccount) -> Result<&OfferedType, RuleError> {
        offered_type(&self.integration_types, account)
    }

    /// Returns the rules of the account in an environment.
    pub fn field_rules(
        &self,
        account: &StoredAccount,
        environment: Environment,
    ) -> Result<FieldRules, RuleError> {
        field_rules(&self.integration_types, account, environment)
    }
}
