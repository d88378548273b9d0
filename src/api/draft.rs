//! Reads and writes the user's draft, which the backend keeps until it is submitted or discarded.

use gloo_net::http::Request;
use partner_portal_contract::{
    paths,
    saved_draft::{DraftAnswer, DraftToSave, SavedDraft},
};

use super::{Api, ApiError, json, request::Lifetime};

impl Api {
    /// Returns the draft, if there is one.
    pub async fn draft(&self, account: &str) -> Result<Option<SavedDraft>, ApiError> {
        let answer = self.get::<DraftAnswer>(&paths::draft(account)).await?;
        Ok(answer.draft)
    }

    /// Saves a draft. Replaces the previous one.
    pub async fn save_draft(
        &self,
        account: &str,
        draft: &DraftToSave,
    ) -> Result<SavedDraft, ApiError> {
        let response = self.write(Request::put(&self.url(&paths::draft(account))), draft).await?;
        self.parse(response).await
    }

    /// Saves the draft, or deletes it if `draft` is `None`. The request completes even if the page
    /// is closed.
    pub async fn keep_beyond_page(
        &self,
        account: &str,
        draft: Option<&DraftToSave>,
    ) -> Result<(), ApiError> {
        let url = self.url(&paths::draft(account));
        let request = if draft.is_some() { Request::put(&url) } else { Request::delete(&url) };
        let body = draft.map(json::text);
        let response = self.send_write(request, body, Lifetime::BeyondPage).await?;
        self.expect_success(response).await
    }

    /// Deletes the draft. Succeeds if there is none.
    pub async fn delete_draft(&self, account: &str) -> Result<(), ApiError> {
        let url = self.url(&paths::draft(account));
        let response = self.write_without_body(Request::delete(&url)).await?;
        self.expect_success(response).await
    }
}
