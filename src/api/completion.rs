//! Whether the account is complete, now and as soon as that changes.

use gloo_net::http::Request;
use partner_portal_contract::{
    Completion, Environment,
    paths::{self, MAX_WAIT_SECONDS},
};

use super::{Answer, Api, ApiError, client};
use crate::browser::Abort;

/// The backend's answer to a watcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompletionAnswer {
    /// It is this, and was not before.
    Changed(Answer<Completion>),
    /// Still what the watcher knows.
    Unchanged,
}

impl Api {
    /// Completion now.
    pub async fn completion(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<Answer<Completion>, ApiError> {
        self.get(&paths::completion(account, environment)).await
    }

    /// Waits until completion is something else than `known`, at most for
    /// [`MAX_WAIT_SECONDS`].
    pub async fn next_completion(
        &self,
        account: &str,
        environment: Environment,
        known: &str,
        abort: &Abort,
    ) -> Result<CompletionAnswer, ApiError> {
        let url = self.url(&paths::completion(account, environment));
        let wait = "wait=".to_owned() + &MAX_WAIT_SECONDS.to_string();
        let request = Request::get(&url).header("if-none-match", known).header("prefer", &wait);
        let response = self.send(request, Some(abort)).await?;
        if response.status() == 304 {
            return Ok(CompletionAnswer::Unchanged);
        }
        client::parse(response).await.map(CompletionAnswer::Changed)
    }
}
