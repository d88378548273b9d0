//! Who is asked to have access to an account, as it is stored.

use chrono::{DateTime, Utc};
use partner_portal_contract::{language::Language, users::User};

/// Since when and until when an invitation can be accepted; the last instant is too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvitationPeriod {
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// A person of an account, and the language in which the platform writes to them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Correspondent {
    pub user: User,
    pub language: Language,
}

/// By which a person is recognised: one mailbox is one person, however the address is written.
pub(super) fn email_key(canonical: &str) -> String {
    canonical.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_an_address_does_not_make_another_person() {
        assert_eq!(email_key("Ann@x.com"), email_key("ann@x.com"));
        assert_eq!(email_key("ŻANETA@x.com"), email_key("żaneta@x.com"));
        assert_ne!(email_key("zaneta@x.com"), email_key("żaneta@x.com"));
    }
}
