//! Reads the history of the contact information.

use partner_portal_contract::{paths, revision::RevisionPage};

use super::{Api, ApiError};

impl Api {
    /// Returns a page of the history, newest revision first. `page_token` comes from the previous
    /// page and is empty for the first one.
    pub async fn revisions(
        &self,
        account: &str,
        page_size: u32,
        page_token: &str,
    ) -> Result<RevisionPage, ApiError> {
        self.get(&paths::revisions(account, page_size, page_token)).await
    }
}
