//! The stored keys of addresses. How they are made is code, so a start brings them up to date.

use partner_portal_contract::{BundledReferenceData, users::PersonAddress};

use super::Storage;
use crate::storage::StorageError;

/// The key of a stored address. One that the rules of today refuse is compared as it is, and equals
/// no address that they accept.
pub(super) fn address_key(email: &str) -> String {
    PersonAddress::parse(email, &BundledReferenceData)
        .map_or_else(|_| format!("refused:{email}"), |address| address.key().to_owned())
}

impl Storage {
    /// Writes those keys anew that a version before has made otherwise. In ASCII all versions agree.
    pub(super) async fn renew_address_keys(&self) -> Result<(), StorageError> {
        for (read, write) in [
            (
                "SELECT id, email, email_key FROM users WHERE email GLOB '*[^ -~]*'",
                "UPDATE OR IGNORE users SET email_key = ?2 WHERE id = ?1",
            ),
            (
                "SELECT id, email, email_key FROM invitations WHERE email GLOB '*[^ -~]*'",
                "UPDATE OR IGNORE invitations SET email_key = ?2 WHERE id = ?1",
            ),
        ] {
            let rows: Vec<(String, String, String)> =
                sqlx::query_as(read).fetch_all(&self.writer).await?;
            for (id, email, stored) in rows {
                let key = address_key(&email);
                if key != stored {
                    sqlx::query(write).bind(id).bind(key).execute(&self.writer).await?;
                }
            }
        }
        Ok(())
    }
}
