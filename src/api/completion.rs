//! Whether the account is complete, now and as soon as that changes.

use gloo_net::http::{Request, Response};
use partner_portal_contract::{
    Completion, Environment, entity_tag,
    paths::{self, MAX_WAIT_SECONDS},
};

use super::{Api, ApiError, client};
use crate::browser::Abort;

/// What the backend answers about completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionAnswer {
    /// `None` when it is still the known one.
    pub completion: Option<Completion>,
    /// What names it in `If-None-Match`; empty when the backend names no version.
    pub tag: String,
}

impl Api {
    /// Reads completion.
    pub async fn completion(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<CompletionAnswer, ApiError> {
        read(self.get_response(&paths::completion(account, environment)).await?).await
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
        let url = self.url(&paths::completion(account, environment));
        let wait = "wait=".to_owned() + &MAX_WAIT_SECONDS.to_string();
        let request = Request::get(&url).header("if-none-match", known).header("prefer", &wait);
        let response = self.send(request, Some(abort)).await?;
        if response.status() == 304 {
            return Ok(CompletionAnswer { completion: None, tag: known.to_owned() });
        }
        read(response).await
    }
}

async fn read(response: Response) -> Result<CompletionAnswer, ApiError> {
    let header = response.headers().get("etag").unwrap_or_default();
    let completion: Completion = client::parse(response).await?;
    let tag = if completion.version.is_empty() {
        header
    } else {
        entity_tag::of_version(&completion.version)
    };
    Ok(CompletionAnswer { completion: Some(completion), tag })
}
