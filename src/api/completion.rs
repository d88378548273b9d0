//! Whether the account is complete, now and as soon as that changes.

use gloo_net::http::{Headers, Request, Response};
use partner_portal_contract::{
    Completion, Environment, entity_tag,
    paths::{self, MAX_WAIT_SECONDS},
};

use super::{Api, ApiError};
use crate::browser::Abort;

/// What the backend answers about completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionAnswer {
    /// `None` when it is still the known one.
    pub completion: Option<Completion>,
    /// What names it in `If-None-Match`; empty when the backend names no version.
    pub tag: String,
    /// For how many seconds the backend was ready to wait for a change, if it says so.
    pub granted: Option<u32>,
}

impl Api {
    /// Reads completion.
    pub async fn completion(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<CompletionAnswer, ApiError> {
        self.read(self.get_response(&paths::completion(account, environment)).await?).await
    }

    /// Reads completion unless it is still the one with the tag `known`.
    pub async fn changed_completion(
        &self,
        account: &str,
        environment: Environment,
        known: &str,
        abort: &Abort,
    ) -> Result<CompletionAnswer, ApiError> {
        self.ask(account, environment, known, None, abort).await
    }

    /// Waits until completion differs from the one with the tag `known`, at most for
    /// [`MAX_WAIT_SECONDS`].
    pub async fn next_completion(
        &self,
        account: &str,
        environment: Environment,
        known: &str,
        abort: &Abort,
    ) -> Result<CompletionAnswer, ApiError> {
        self.ask(account, environment, known, Some(MAX_WAIT_SECONDS), abort).await
    }

    async fn ask(
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

/// Reads the seconds of `Preference-Applied: wait=N` (RFC 7240).
fn granted_wait(headers: &Headers) -> Option<u32> {
    let applied = headers.get("preference-applied")?;
    let mut preferences = applied.split(',').filter_map(|preference| preference.split_once('='));
    let (_, seconds) = preferences.find(|(name, _)| name.trim().eq_ignore_ascii_case("wait"))?;
    seconds.trim().trim_matches('"').parse().ok()
}
