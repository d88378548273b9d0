//! Whether an account's contact information is complete for an environment, and why not.

use serde::{Deserialize, Serialize};

use crate::{
    ContactField, ContactInformationDraft, Environment, FieldError, FieldErrorCode, FieldRule,
    Policy, ReferenceData, users::Role,
};

/// The backend's verdict. The gate opens on nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Completion {
    /// A digest of the other fields. [`entity_tag::of_version`](crate::entity_tag::of_version) makes
    /// the `ETag` of it. Empty from a backend that only sends the header.
    #[serde(default)]
    pub version: String,
    /// Whether every requirement is met.
    pub complete: bool,
    /// The revision of the contact information that was judged.
    pub revision: u64,
    /// The environment that was judged for.
    pub environment: Environment,
    /// One entry a field, in display order.
    pub requirements: Vec<Requirement>,
    /// The role of the person who asks: it can change while they work.
    pub role: Role,
    /// Whether the person who asks may edit the contact information.
    pub can_edit: bool,
    /// Who may edit it: administrators first, at most [`MAX_EDITORS`].
    pub editors: Vec<Editor>,
}

/// The most people that [`Completion::editors`] names.
pub const MAX_EDITORS: usize = 10;

/// A person who can fill in the contact information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the names say it")]
pub struct Editor {
    pub name: String,
    pub email: String,
}

/// What is asked of one field, and whether it is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requirement {
    /// The field.
    pub field: ContactField,
    /// Whether it must, may or must not be filled in.
    pub rule: FieldRule,
    /// Where it stands.
    pub state: RequirementState,
    /// Why, unless it is satisfied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<FieldErrorCode>,
}

/// Where a requirement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RequirementState {
    /// Met.
    Satisfied,
    /// Required and empty.
    Missing,
    /// Filled in, and wrong by today's rules.
    Invalid,
    /// Only possible in Production; asked for there.
    Deferred,
    /// Not part of this integration.
    Unavailable,
    /// A state that a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl Requirement {
    /// Whether it counts in "4 of 6 complete": required and possible in this environment, or in the
    /// way.
    pub fn counts(&self) -> bool {
        let is_asked = self.rule == FieldRule::Required && self.state != RequirementState::Deferred;
        is_asked || self.blocks()
    }

    /// Whether it keeps the account locked.
    pub fn blocks(&self) -> bool {
        matches!(self.state, RequirementState::Missing | RequirementState::Invalid)
    }
}

/// Progress as it is shown: how many of the counted requirements are met.
pub fn progress(requirements: &[Requirement]) -> (usize, usize) {
    let counted = requirements.iter().filter(|requirement| requirement.counts());
    let met = counted.clone().filter(|requirement| !requirement.blocks());
    (met.count(), counted.count())
}

/// Judges a document field by field, with the same rules that a save must keep.
///
/// For a stored document, [`Policy::stored_alert_contacts`] are the document's own: outside
/// Production any others read as a forbidden change.
pub fn requirements(
    document: &ContactInformationDraft,
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
