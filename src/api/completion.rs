//! Reads completion, at once or as soon as it changes.

use gloo_net::http::{Headers, Request, Response};
use partner_portal_contract::{
    Completion, Environment, entity_tag,
    paths::{self, MAX_WAIT_SECONDS},
};

use super::{Api, ApiError};
use crate::browser::Abort;

/// The backend's answer about completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionAnswer {
    /// The completion, or `None` if it has not changed.
    pub completion: Option<Completion>,
    /// The value for `If-None-Match`. Empty if the backend names no version.
    pub tag: String,
    /// The seconds for which the backend agreed to wait for a change, if it names them.
    pub granted: Option<u32>,
}

impl Api {
    /// Returns the current completion.
    pub async fn completion(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<CompletionAnswer, ApiError> {
        self.read(self.get_response(&paths::completion(account, environment)).await?).await
    }

    /// Returns completion if it differs from the one with the tag `known`. Does not wait.
    pub async fn changed_completion(
        &self,
        account: &str,
        environment: Environment,
        known: &str,
        abort: &Abort,
    ) -> Result<CompletionAnswer, ApiError> {
        self.completion_since(account, environment, known, None, abort).await
    }

    /// Waits until completion differs from the one with the tag `known`, at most
    /// [`MAX_WAIT_SECONDS`] (long poll).
    pub async fn next_completion(
        &self,
        account: &str,
        environment: Environment,
        known: &str,
        abort: &Abort,
    ) -> Result<CompletionAnswer, ApiError> {
        self.completion_since(account, environment, known, Some(MAX_WAIT_SECONDS), abort).await
    }

    /// Returns completion if it differs from the one with the tag `known`. Waits for a change for at
    /// most `wait` seconds.
    async fn completion_since(
        &self,
        account: &str,
        environment: Environment,
        known: &str,
        wait: Option<u32>,
        abort: &Abort,
    ) -> Result<CompletionAnswer, ApiError> {
        let url = self.url(&paths::completion(account, environment));
        let mut request = Request::get(&url).header("if-none-match", known);
        if let Some(seconds) = wait {
            request = request.header("prefer", &("wait=".to_owned() + &seconds.to_string()));
        }
        let response = self.send(request, Some(abort)).await?;
        if response.status() == 304 {
            let granted = granted_wait(&response.headers());
            return Ok(CompletionAnswer { completion: None, tag: known.to_owned(), granted });
        }
        self.read(response).await
    }

    async fn read(&self, response: Response) -> Result<CompletionAnswer, ApiError> {
        let headers = response.headers();
        let completion: Completion = self.parse(response).await?;
        let tag = if completion.version.is_empty() {
            headers.get("etag").unwrap_or_default()
        } else {
            entity_tag::of_version(&completion.version)
        };
        let granted = granted_wait(&headers);
        Ok(CompletionAnswer { completion: Some(completion), tag, granted })
    }
}

/// Returns the seconds of `Preference-Applied: wait=N` (RFC 7240).
fn granted_wait(headers: &Headers) -> Option<u32> {
    let applied = headers.get("preference-applied")?;
    let mut preferences = applied.split(',').filter_map(|preference| preference.split_once('='));
    let (_, seconds) = preferences.find(|(name, _)| name.trim().eq_ignore_ascii_case("wait"))?;
    seconds.trim().trim_matches('"').parse().ok()
}
