//! What a change of access must keep: an administrator, and somebody who is alerted. Asked within
//! the change, so that no other change comes between the question and the answer.

use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::{
    ContactField, ContactInformationDraft, ProblemCode,
    users::{Role, User, UserState},
};

use crate::{
    error::ApiError,
    extract::Member,
    ids::UserId,
    storage::{AccessChange, Correspondent, InvitationPeriod, NewRevision},
};

/// How long an invitation can be accepted.
const INVITATION_LIFETIME: TimeDelta = TimeDelta::days(14);

/// The period of an invitation that is sent now.
pub(crate) fn invitation_period(now: DateTime<Utc>) -> InvitationPeriod {
    InvitationPeriod { sent_at: now, expires_at: now + INVITATION_LIFETIME }
}

/// Whoever was removed or lost the role after the request came in changes nothing any more.
pub(crate) async fn still_manages(
    change: &mut AccessChange,
    member: &Member,
) -> Result<(), ApiError> {
    match change.role_of(&member.signed_in.person.id).await? {
        Some(Role::Administrator) => Ok(()),
        Some(_) => Err(ProblemCode::NotPermitted.into()),
        None => Err(ProblemCode::NotFound.into()),
    }
}

/// The person that a change is about; another account's people are not found.
pub(crate) async fn found(
    change: &mut AccessChange,
    user: &UserId,
    now: DateTime<Utc>,
) -> Result<Correspondent, ApiError> {
    match change.user(user, now).await? {
        Some(known) => Ok(known),
        // The list that was asked about is older than the answer to the invitation.
        None if change.is_accepted_invitation(user).await? => {
            Err(ProblemCode::InvitationAccepted.into())
        }
        None => Err(ProblemCode::NotFound.into()),
    }
}

/// Refuses to take the role from the last administrator who has accepted the invitation.
pub(crate) async fn keep_an_administrator(
    change: &mut AccessChange,
    user: &User,
) -> Result<(), ApiError> {
    let is_one = user.role == Role::Administrator && user.state == UserState::Active;
    if is_one && !change.has_other_administrator(&UserId::new(&user.id)).await? {
        return Err(ProblemCode::LastAdministrator.into());
    }
    Ok(())
}

/// Refuses a replacement who is not another active person of the account.
pub(crate) async fn check_replacement(
    change: &mut AccessChange,
    user: &User,
    replacement: Option<&str>,
) -> Result<(), ApiError> {
    let Some(replacement) = replacement else { return Ok(()) };
    let active = change.active_among(&[replacement.to_owned()]).await?;
    if replacement == user.id || active.is_empty() {
        return Err(ProblemCode::ReplacementNotPossible.into());
    }
    Ok(())
}

/// Refuses to leave nobody to alert.
pub(crate) async fn keep_an_alert_contact(
    change: &mut AccessChange,
    user: &User,
    replacement: Option<&str>,
) -> Result<(), ApiError> {
    if replacement.is_some() {
        return Ok(());
    }
    let named = change.contact_information().await?.document.alert_contacts;
    if !named.contains(&user.id) {
        return Ok(());
    }
    let mut reachable = change.active_among(&named).await?;
    reachable.remove(&UserId::new(&user.id));
    if reachable.is_empty() {
        return Err(ProblemCode::UserIsLastAlertContact.into());
    }
    Ok(())
}

/// Takes a person out of the alert contacts, as a save of `saved_by`; `replacement` takes the
/// place. Somebody who is no alert contact leaves everything as it is.
pub(crate) async fn replace_alert_contact(
    change: &mut AccessChange,
    user: &User,
    replacement: Option<&str>,
    saved_by: &UserId,
    saved_at: DateTime<Utc>,
) -> Result<(), ApiError> {
    let current = change.contact_information().await?;
    if !current.document.alert_contacts.contains(&user.id) {
        return Ok(());
    }
    let alert_contacts = replaced(&current.document.alert_contacts, &user.id, replacement);
    let revision = NewRevision {
        revision: current.revision + 1,
        document: ContactInformationDraft { alert_contacts, ..current.document },
        changed_fields: vec![ContactField::AlertContacts],
        saved_by: saved_by.clone(),
        saved_at,
    };
    Ok(change.save_contact_information(&revision).await?)
}

/// The list without `user`; a replacement who stands in it already only closes the gap.
fn replaced(alert_contacts: &[String], user: &str, replacement: Option<&str>) -> Vec<String> {
    let replacement =
        replacement.filter(|replacement| alert_contacts.iter().all(|id| id != replacement));
    alert_contacts
        .iter()
        .filter_map(|id| if id == user { replacement } else { Some(id.as_str()) })
        .map(ToOwned::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_takes_the_place_and_nobody_comes_twice() {
        let list = ["a", "b", "c"].map(ToOwned::to_owned);
        assert_eq!(replaced(&list, "b", None), ["a", "c"]);
        assert_eq!(replaced(&list, "b", Some("d")), ["a", "d", "c"]);
        assert_eq!(replaced(&list, "b", Some("c")), ["a", "c"]);
    }
}
