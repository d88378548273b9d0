//! The part of a completion that is the same for all members of the account.

use partner_portal_contract::{Requirement, completion::Editor};

/// The completion of an account in an environment, without the parts that depend on the member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountCompletion {
    /// The revision of the contact information.
    pub revision: u64,
    /// The requirements, one per field, with whether each is met.
    pub requirements: Vec<Requirement>,
    /// The members who may edit, limited to the number that a completion names.
    pub editors: Vec<Editor>,
}

impl AccountCompletion {
    /// Checks whether no unmet requirement keeps the portal locked.
    pub fn is_complete(&self) -> bool {
        !self.requirements.iter().any(Requirement::blocks)
    }
}
