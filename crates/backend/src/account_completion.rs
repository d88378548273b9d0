//! What all members of an account see of its completion. Plain data.

use partner_portal_contract::{Requirement, completion::Editor};

/// The completion of an account in an environment, without what depends on the member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountCompletion {
    /// The revision of the contact information.
    pub revision: u64,
    /// One entry a field: what is asked, and whether it is met.
    pub requirements: Vec<Requirement>,
    /// The members who may edit, as many as a completion names.
    pub editors: Vec<Editor>,
}

impl AccountCompletion {
    /// Whether nothing keeps the account locked.
    pub fn is_complete(&self) -> bool {
        !self.requirements.iter().any(Requirement::blocks)
    }
}
