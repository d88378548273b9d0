//! Saving the contact information.

use gloo_net::http::Request;
use partner_portal_contract::{
    ContactInformationDraft, Environment,
    contact_information::ContactInformationDocument,
    paths::{self, IDEMPOTENCY_KEY_HEADER},
};

use super::{Answer, Api, ApiError, client};

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
        let request =
            Request::put(&url).header("if-match", etag).header(IDEMPOTENCY_KEY_HEADER, key);
        let response = self.write(request, draft).await?;
        client::parse(response).await
    }
}
