//! The plain type of drafts.

use chrono::{DateTime, Utc};
use partner_portal_contract::saved_draft::DraftToSave;

/// The autosaved text of a user who has not submitted it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StoredDraft {
    pub draft: DraftToSave,
    pub saved_at: DateTime<Utc>,
}
