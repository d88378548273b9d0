//! Saving the contact information.

use gloo_net::http::Request;
use partner_portal_contract::{
    ContactInformationDraft, Environment,
    contact_information::ContactInformationDocument,
    paths::{self, CSRF_HEADER, IDEMPOTENCY_KEY_HEADER},
};

use super::{Answer, Api, ApiError, client, json};

impl Api {
    /// Saves `draft` over the version `etag`. A second call with the same `key` is the same save.
    pub async fn save_contact_information(
        &self,
        account: &str,
        environment: Environment,
        draft: &ContactInformationDraft,
        etag: &str,
        key: &str,
    ) -> Result<Answer<ContactInformationDocument>, ApiError> {
        let url = self.url(&paths::save_contact_information(account, environment));
        let request = Request::put(&url)
            .header("content-type", "application/json")
            .header("if-match", etag)
            .header(CSRF_HEADER, "1")
            .header(IDEMPOTENCY_KEY_HEADER, key)
            .body(json::write(draft))
            .map_err(|_| ApiError::Unreachable)?;
        let response = client::send_request(request).await?;
        client::parse(response).await
    }
}
