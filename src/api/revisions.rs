//! The saves of the contact information.

use partner_portal_contract::{paths, revision::RevisionPage};

use super::{Api, ApiError};

impl Api {
    /// A page of them, newest first; the token is from the page before, empty for the first one.
    pub async fn revisions(
        &self,
        account: &str,
        page_size: u32,
        page_token: &str,
    ) -> Result<RevisionPage, ApiError> {
        self.get(&paths::revisions(account, page_size, page_token)).await
    }
}
