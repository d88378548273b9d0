//! Saves the contact information for a member or the operator. A save checks the member's role, the
//! revision that was edited and the rules, and recognises repeated requests.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use partner_portal_contract::{
    BundledReferenceData, ContactInformationInput, Environment, Policy, ProblemCode,
    contact_information::UpdatedBy, users::PersonAddress,
};

use crate::{
    http::{error::ApiError, etag, extract::IfMatch},
    ids::{AccountId, UserId},
    rules::completion::unknown_among,
    state::AppState,
    storage::{
        ContactInformationSave,
        contact_information::{IdempotencyKey, NewRevision, StoredContactInformation},
        people::Person,
    },
};

/// The time for which an idempotency key is remembered.
const KEY_LIFETIME: TimeDelta = TimeDelta::hours(24);

/// The author of a save.
pub(super) enum Saver {
    /// A member, whose role is checked.
    Member(Person),
    /// The operator, who names alert contacts by their addresses. The history shows the name.
    Operator { name: String },
}

/// A request to save the contact information.
pub(super) struct SaveRequest {
    pub(super) account: AccountId,
    pub(super) saver: Saver,
    pub(super) environment: Environment,
    pub(super) if_match: IfMatch,
    pub(super) key: Option<IdempotencyKey>,
    pub(super) input: ContactInformationInput,
}

impl Saver {
    fn id(&self) -> UserId {
        match self {
            Self::Member(person) => person.id.clone(),
            Self::Operator { .. } => UserId::operator(),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Member(person) => person.name.clone(),
            Self::Operator { name } => name.clone(),
        }
    }
}

impl SaveRequest {
    /// Saves the contact information, or returns the earlier save with the same key.
    pub(super) async fn save(
        mut self,
        state: AppState,
    ) -> Result<StoredContactInformation, ApiError> {
        let account = state.storage.account(&self.account).await?.ok_or(ProblemCode::NotFound)?;
        let rules = state.field_rules(&account, self.environment)?;

        let now = state.clock.now();
        let oldest_key = now - KEY_LIFETIME;
        let mut save = state.storage.begin_save(self.account.clone(), self.saver.id()).await?;
        if matches!(self.saver, Saver::Member(_)) {
            // The user may have been removed or may have lost the role since the request was
            // accepted.
            match save.role().await? {
                Some(role) if role.can_edit() => {}
                Some(_) => return Err(ProblemCode::NotPermitted.into()),
                None => return Err(ProblemCode::NotFound.into()),
            }
        }
        if let Some(key) = &self.key
            && let Some(remembered) = save.remembered(key, oldest_key).await?
        {
            if remembered.fingerprint != key.fingerprint {
                return Err(ProblemCode::IdempotencyKeyReused.into());
            }
            return Ok(save.revision(remembered.revision).await?);
        }
        let current = save.current().await?;
        let current_tag = etag::of_revision(current.revision);
        if !self.if_match.names(&current_tag) {
            return Err(ApiError::revision_stale(current_tag));
        }
        if matches!(self.saver, Saver::Operator { .. }) {
            self.input.alert_contacts = ids_of(&self.input.alert_contacts, &mut save).await?;
        }
        let policy = Policy {
            unknown_users: self.unknown_users(&mut save).await?,
            stored_alert_contacts: current.document.alert_contacts.clone(),
            ..Policy::of(rules)
        };
        let contact_information = self
            .input
            .parse(&policy, &BundledReferenceData)
            .map_err(ApiError::contact_information_invalid)?;
        let document = contact_information.to_input();
        let revision = NewRevision {
            revision: current.revision + 1,
            changed_fields: document.changed_fields(&current.document),
            contact_information,
            saved_by: self.saver.id(),
            saved_at: now,
        };
        save.commit(&revision, self.key.as_ref(), oldest_key).await?;
        state.change_feed.publish_change(&self.account);
        Ok(StoredContactInformation {
            document,
            revision: revision.revision,
            updated_by: Some(UpdatedBy {
                id: self.saver.id().to_string(),
                name: self.saver.name(),
            }),
            updated_at: Some(now),
        })
    }

    async fn unknown_users(
        &self,
        save: &mut ContactInformationSave,
    ) -> Result<BTreeSet<String>, ApiError> {
        let ids = &self.input.alert_contacts;
        Ok(unknown_among(ids, &save.active_among(ids).await?))
    }
}

/// Returns the ids of the members with these addresses. An address of another person stays as it is,
/// so that it is reported as an unknown user.
async fn ids_of(
    addresses: &[String],
    save: &mut ContactInformationSave,
) -> Result<Vec<String>, ApiError> {
    let mut ids = Vec::new();
    for text in addresses {
        let member = match PersonAddress::parse(text, &BundledReferenceData) {
            Ok(address) => save.member_with_address(&address).await?,
            Err(_) => None,
        };
        ids.push(member.map_or_else(|| text.clone(), |id| id.to_string()));
    }
    Ok(ids)
}
