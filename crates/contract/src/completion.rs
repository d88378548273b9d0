//! Computes whether an account's contact information is complete for an environment, and which
//! requirements are missing.

use serde::{Deserialize, Serialize};

use crate::{
    ContactField, ContactInformationInput, Environment, FieldError, FieldErrorCode, FieldRule,
    Policy, ReferenceData, users::Role,
};

/// The completion of an account, as computed by the backend. The gate opens only by this value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Completion {
    /// A digest of the other fields. [`entity_tag::of_version`](crate::entity_tag::of_version)
    /// turns it into the `ETag`. Empty if the backend sends only the header.
    #[serde(default)]
    pub version: String,
    /// True if every requirement is met.
    pub complete: bool,
    /// The revision of the contact information that was checked.
    pub revision: u64,
    /// The environment whose rules were applied.
    pub environment: Environment,
    /// One entry per field, in display order.
    pub requirements: Vec<Requirement>,
    /// The role of the requesting user. It can change while the user works.
    pub role: Role,
    /// True if the requesting user may edit the contact information.
    pub can_edit: bool,
    /// The users who may edit it: administrators first, at most [`MAX_EDITORS`].
    pub editors: Vec<Editor>,
}

/// The maximum number of users in [`Completion::editors`].
pub const MAX_EDITORS: usize = 10;

/// A user who can fill in the contact information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct Editor {
    pub name: String,
    pub email: String,
}

/// The requirement for one field, and whether it is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requirement {
    /// The field.
    pub field: ContactField,
    /// The rule for the field.
    pub rule: FieldRule,
    /// The state of the requirement.
    pub state: RequirementState,
    /// The reason, unless the requirement is satisfied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<FieldErrorCode>,
}

/// The state of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequirementState {
    /// The requirement is met.
    Satisfied,
    /// The field is required and empty.
    Missing,
    /// The field is filled in, but violates a current rule.
    Invalid,
    /// The field can only be filled in, and is only required, in Production.
    Deferred,
    /// The field is not part of this integration.
    Unavailable,
    /// A state that only a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl Requirement {
    /// Returns true if the requirement counts in "4 of 6 complete": it is required and possible in
    /// this environment, or it blocks the account.
    pub fn counts(&self) -> bool {
        let is_asked = self.rule == FieldRule::Required && self.state != RequirementState::Deferred;
        is_asked || self.blocks()
    }

    /// Returns true if the requirement keeps the account locked.
    pub fn blocks(&self) -> bool {
        matches!(self.state, RequirementState::Missing | RequirementState::Invalid)
    }
}

/// Returns the progress as shown: the number of met requirements and the number that count.
pub fn progress(requirements: &[Requirement]) -> (usize, usize) {
    let counted = requirements.iter().filter(|requirement| requirement.counts());
    let met = counted.clone().filter(|requirement| !requirement.blocks());
    (met.count(), counted.count())
}

/// Checks a document field by field, by the same rules as a save.
///
/// For a stored document, [`Policy::stored_alert_contacts`] must be the document's own alert
/// contacts. Outside Production, any others would be reported as a forbidden change.
pub fn requirements(
    document: &ContactInformationInput,
    policy: &Policy,
    reference: &dyn ReferenceData,
) -> Vec<Requirement> {
    let errors = document.parse(policy, reference).err().unwrap_or_default();
    ContactField::ALL.into_iter().map(|field| requirement(field, policy, &errors)).collect()
}

fn requirement(field: ContactField, policy: &Policy, errors: &[FieldError]) -> Requirement {
    let rule = policy.rule(field);
    let error = errors.iter().find(|error| error.field == field).map(|error| error.code);
    let (state, reason) = match error {
        Some(FieldErrorCode::Required) => (RequirementState::Missing, error),
        Some(_) => (RequirementState::Invalid, error),
        None if policy.defers(field) => {
            (RequirementState::Deferred, Some(FieldErrorCode::OnlyInProduction))
        }
        None if rule == FieldRule::Unavailable => {
            (RequirementState::Unavailable, Some(FieldErrorCode::NotPartOfIntegration))
        }
        None => (RequirementState::Satisfied, None),
    };
    Requirement { field, rule, state, reason }
}
