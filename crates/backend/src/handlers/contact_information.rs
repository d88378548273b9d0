//! Reads and saves the contact information. A save checks the user's role, the revision that was
//! edited and the rules, and recognises repeated requests.

use std::collections::BTreeSet;

use axum::{
    Json,
    extract::State,
    http::{HeaderName, HeaderValue, header},
};
use chrono::TimeDelta;
use partner_portal_contract::{
    BundledReferenceData, ContactInformationInput, Environment, Policy, Problem, ProblemCode,
    contact_information::{ContactInformationDocument, UpdatedBy},
    paths,
};

use crate::{
    clock::rfc3339,
    http::{
        error::ApiError,
        etag,
        extract::{EditingMember, EnvironmentQuery, IfMatch, JsonBody, Member, ValidQuery},
        idempotency::RequestedKey,
    },
    ids::AccountId,
    rules::completion::unknown_among,
    state::AppState,
    storage::{
        ContactInformationSave,
        contact_information::{IdempotencyKey, NewRevision, StoredContactInformation},
    },
};

/// A document with its `ETag` header.
pub(crate) type TaggedDocument = ([(HeaderName, HeaderValue); 1], Json<ContactInformationDocument>);

/// The time for which an idempotency key is remembered.
const KEY_LIFETIME: TimeDelta = TimeDelta::hours(24);

/// Returns the contact information, the user who saved it last, and its revision
#[utoipa::path(get, path = paths::CONTACT_INFORMATION, tag = "contact information",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, body = ContactInformationDocument, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_contact_information(
    State(state): State<AppState>,
    member: Member,
) -> Result<TaggedDocument, ApiError> {
    Ok(tagged(read_document(&state, &member).await?))
}

/// Saves the contact information by the rules of an environment
///
/// A repeated request with the same `Idempotency-Key` gets the same response and is saved only
/// once.
#[utoipa::path(put, path = paths::CONTACT_INFORMATION, tag = "contact information",
    params(
        ("account" = String, Path, description = "The account's id"),
        EnvironmentQuery,
        ("if-match" = String, Header, description = "The `ETag` that was edited"),
        ("idempotency-key" = Option<String>, Header, description = "Names the save for 24 hours"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = ContactInformationInput,
    responses(
        (status = 200, body = ContactInformationDocument, headers(("etag" = String))),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn put_contact_information(
    State(state): State<AppState>,
    EditingMember(member): EditingMember,
    ValidQuery(query): ValidQuery<EnvironmentQuery>,
    if_match: IfMatch,
    key: RequestedKey,
    JsonBody(input): JsonBody<ContactInformationInput>,
) -> Result<TaggedDocument, ApiError> {
    let key = key.for_save(&member.account, query.environment, &input)?;
    let account = member.account.clone();
    let request = SaveRequest { member, environment: query.environment, if_match, key, input };
    let saved = state.tasks.finish(request.save(state.clone())).await?;
    Ok(tagged(document_of(&state, &account, saved).await?))
}

struct SaveRequest {
    member: Member,
    environment: Environment,
    if_match: IfMatch,
    key: Option<IdempotencyKey>,
    input: ContactInformationInput,
}

impl SaveRequest {
    async fn save(self, state: AppState) -> Result<StoredContactInformation, ApiError> {
        let Member { signed_in, account, .. } = &self.member;
        let person = signed_in.person.clone();
        let stored_account = state.storage.account(account).await?.ok_or(ProblemCode::NotFound)?;
        let rules = state.field_rules(&stored_account, self.environment)?;

        let now = state.clock.now();
        let oldest_key = now - KEY_LIFETIME;
        let mut save = state.storage.begin_save(account.clone(), person.id.clone()).await?;
        // The user may have been removed or may have lost the role since the request was accepted.
        match save.role().await? {
            Some(role) if role.can_edit() => {}
            Some(_) => return Err(ProblemCode::NotPermitted.into()),
            None => return Err(ProblemCode::NotFound.into()),
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
            saved_by: person.id.clone(),
            saved_at: now,
        };
        save.commit(&revision, self.key.as_ref(), oldest_key).await?;
        state.change_feed.publish_change(account);
        Ok(StoredContactInformation {
            document,
            revision: revision.revision,
            updated_by: Some(UpdatedBy { id: person.id.to_string(), name: person.name }),
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

/// Reads the document in the form that the API returns to a member of its account.
pub(crate) async fn read_document(
    state: &AppState,
    member: &Member,
) -> Result<ContactInformationDocument, ApiError> {
    let stored = state.storage.contact_information(&member.account).await?;
    document_of(state, &member.account, stored).await
}

/// Adds the alert contacts and the formatted time to a stored document.
pub(crate) async fn document_of(
    state: &AppState,
    account: &AccountId,
    stored: StoredContactInformation,
) -> Result<ContactInformationDocument, ApiError> {
    let ids = &stored.document.alert_contacts;
    let alert_contact_users = state.storage.users_with_ids(account, ids, state.clock.now()).await?;
    Ok(ContactInformationDocument {
        contact_information: stored.document,
        alert_contact_users,
        revision: stored.revision,
        updated_by: stored.updated_by,
        updated_at: stored.updated_at.map(rfc3339),
    })
}

/// Adds the `ETag` header to a document.
pub(crate) fn tagged(document: ContactInformationDocument) -> TaggedDocument {
    ([(header::ETAG, etag::of_revision(document.revision))], Json(document))
}
