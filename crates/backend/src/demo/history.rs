//! Creates the revisions of the demo's contact information: three saves by three users. Like all
//! saves, they pass `ContactInformationInput::parse`.

use chrono::{DateTime, Utc};
use partner_portal_contract::{
    BundledReferenceData, ContactInformationInput, Environment, FieldRule, Policy, ProblemCode,
};

use crate::{http::error::ApiError, ids::UserId, storage::contact_information::NewRevision};

/// 2026-10-08T14:05:00Z.
const BEGUN_AT_SECONDS: i64 = 1_791_468_300;
/// 2026-10-21T08:40:00Z.
const IMPROVED_AT_SECONDS: i64 = 1_792_572_000;
/// 2026-11-02T09:30:00Z.
const FINISHED_AT_SECONDS: i64 = 1_793_611_800;

/// The users who made the saves, in order.
pub(super) struct Savers {
    /// The user of the first save.
    pub(super) begun_by: UserId,
    /// The first user's own mailbox. It is the emergency contact until the second save.
    pub(super) first_mailbox: String,
    /// The user of the second save, which adds the alias and longer hours.
    pub(super) improved_by: UserId,
    /// The user of the current revision.
    pub(super) finished_by: UserId,
}

/// Returns the revisions that lead to `finished`, oldest first.
pub(super) fn history(
    finished: ContactInformationInput,
    environment: Environment,
    merchant_issues: FieldRule,
    savers: Savers,
) -> Result<Vec<NewRevision>, ApiError> {
    let improved = ContactInformationInput {
        alert_contacts: Vec::new(),
        operational_platform: vec![finished.operational_shared.clone()],
        ..finished.clone()
    };
    let mut begun = ContactInformationInput {
        technical_emergency: vec![savers.first_mailbox],
        ..improved.clone()
    };
    for hours in begun.operational_support.iter_mut().flat_map(|schedule| &mut schedule.hours) {
        "10:00".clone_into(&mut hours.opens);
        "16:00".clone_into(&mut hours.closes);
    }
    let mut revisions = Vec::new();
    let mut before = ContactInformationInput::default();
    for (revision, (input, environment, saved_by, seconds)) in (1..).zip([
        (begun, Environment::Sandbox, savers.begun_by, BEGUN_AT_SECONDS),
        (improved, Environment::Sandbox, savers.improved_by, IMPROVED_AT_SECONDS),
        (finished, environment, savers.finished_by, FINISHED_AT_SECONDS),
    ]) {
        let contact_information = input
            .parse(&Policy::new(environment, merchant_issues), &BundledReferenceData)
            .map_err(ApiError::contact_information_invalid)?;
        let document = contact_information.to_input();
        revisions.push(NewRevision {
            revision,
            changed_fields: document.changed_fields(&before),
            contact_information,
            saved_by,
            saved_at: DateTime::<Utc>::from_timestamp(seconds, 0).ok_or(ProblemCode::Internal)?,
        });
        before = document;
    }
    Ok(revisions)
}
