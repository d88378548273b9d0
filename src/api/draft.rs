//! What the signed-in person has typed and not submitted, as the backend keeps it.

use gloo_net::http::Request;
use partner_portal_contract::{
    paths,
    saved_draft::{DraftAnswer, DraftToSave, SavedDraft},
};

use super::{Api, ApiError, json, request::Lifetime};

impl Api {
    /// The draft, if there is one.
    pub async fn draft(&self, account: &str) -> Result<Option<SavedDraft>, ApiError> {
        let answer = self.get::<DraftAnswer>(&paths::draft(account)).await?;
        Ok(answer.draft)
    }

    /// Keeps a draft in place of the former one.
    pub async fn save_draft(
        &self,
        account: &str,
        draft: &DraftToSave,
    ) -> Result<SavedDraft, ApiError> {
        let response = self.write(Request::put(&self.url(&paths::draft(account))), draft).await?;
        self.parse(response).await
    }

    /// Keeps the draft, or discards the kept one, although the page is closed meanwhile.
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

    /// Discards the draft; no error when there is none.
    pub async fn delete_draft(&self, account: &str) -> Result<(), ApiError> {
        let url = self.url(&paths::draft(account));
        let response = self.write_without_body(Request::delete(&url)).await?;
        self.expect_success(response).await
    }
}
