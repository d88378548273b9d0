//! Saves the contact information.

use gloo_net::http::Request;
use partner_portal_contract::{
    ContactInformationInput, Environment,
    contact_information::ContactInformationDocument,
    entity_tag,
    paths::{self, IDEMPOTENCY_KEY_HEADER},
};

use super::{Api, ApiError, json, request::Lifetime};

impl Api {
    /// Saves `input` on top of the revision `base`. A second call with the same idempotency key
    /// saves nothing new.
    pub async fn save_contact_information(
        &self,
        account: &str,
        environment: Environment,
        input: &ContactInformationInput,
        base: u64,
        key: &str,
    ) -> Result<ContactInformationDocument, ApiError> {
        let url = self.url(&paths::save_contact_information(account, environment));
        let request = Request::put(&url)
            .header("if-match", &entity_tag::of_revision(base))
            .header(IDEMPOTENCY_KEY_HEADER, key);
        // The save must complete even if the user presses Submit and then closes the page.
        let body = Some(json::text(input));
        let response = self.send_write(request, body, Lifetime::BeyondPage).await?;
        self.parse(response).await
    }
}
