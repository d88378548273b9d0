//! Checks the rules for changes of access: an account keeps an administrator and an alert contact.
//! The checks run inside the change, so no other change can come between a check and the change.

use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::{
    ProblemCode,
    users::{Role, User, UserState},
};

use super::error::RuleError;
use crate::{
    ids::UserId,
    storage::{
        AccessChange, Storage,
        contact_information::NewAlertContacts,
        invitations::{Correspondent, InvitationPeriod},
    },
};

/// The time for which an invitation can be accepted.
const INVITATION_LIFETIME: TimeDelta = TimeDelta::days(14);

/// Returns the period of an invitation that is sent now.
pub(crate) fn invitation_period(now: DateTime<Utc>) -> InvitationPeriod {
    InvitationPeriod { sent_at: now, expires_at: now + INVITATION_LIFETIME }
}

/// Refuses the change if the user was removed or lost the role since the request was accepted.
pub(crate) async fn still_manages(
    change: &mut AccessChange,
    user: &UserId,
) -> Result<(), RuleError> {
    match change.role_of(user).await? {
        Some(role) if role.can_manage_users() => Ok(()),
        Some(_) => Err(ProblemCode::NotPermitted.into()),
        None => Err(ProblemCode::NotFound.into()),
    }
}

/// Checks whether a person has an account or an invitation to answer.
pub(crate) async fn belongs_somewhere(
    storage: &Storage,
    user: &UserId,
    now: DateTime<Utc>,
) -> Result<bool, RuleError> {
    Ok(!storage.accounts_of(user).await?.is_empty()
        || !storage.open_invitations(user, now).await?.is_empty())
}

/// Finds the user whose access changes. Users of other accounts are not found.
pub(crate) async fn found(
    change: &mut AccessChange,
    user: &UserId,
    now: DateTime<Utc>,
) -> Result<Correspondent, RuleError> {
    match change.user(user, now).await? {
        Some(known) => Ok(known),
        // The client's list is older than the answer to the invitation.
        None if change.is_accepted_invitation(user).await? => {
            Err(ProblemCode::InvitationAccepted.into())
        }
        None => Err(ProblemCode::NotFound.into()),
    }
}

/// Refuses to remove the last active administrator.
pub(crate) async fn keep_an_administrator(
    change: &mut AccessChange,
    user: &User,
) -> Result<(), RuleError> {
    let is_one = user.role == Role::Administrator && user.state == UserState::Active;
    if is_one && !change.has_other_administrator(&UserId::new(&user.id)).await? {
        return Err(ProblemCode::LastAdministrator.into());
    }
    Ok(())
}

/// Refuses a replacement who is not another active user of the account.
pub(crate) async fn check_replacement(
    change: &mut AccessChange,
    user: &User,
    replacement: Option<&str>,
) -> Result<(), RuleError> {
    let Some(replacement) = replacement else { return Ok(()) };
    let active = change.active_among(&[replacement.to_owned()]).await?;
    if replacement == user.id || active.is_empty() {
        return Err(ProblemCode::ReplacementNotPossible.into());
    }
    Ok(())
}

/// Refuses to remove the last alert contact.
pub(crate) async fn keep_an_alert_contact(
    change: &mut AccessChange,
    user: &User,
    replacement: Option<&str>,
) -> Result<(), RuleError> {
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

/// Removes a user from the alert contacts and stores this as a revision by `saved_by`.
/// `replacement` takes the user's place. Changes nothing if the user is not an alert contact.
pub(crate) async fn replace_alert_contact(
    change: &mut AccessChange,
    user: &User,
    replacement: Option<&str>,
    saved_by: &UserId,
    saved_at: DateTime<Utc>,
) -> Result<(), RuleError> {
    let named = change.contact_information().await?.document.alert_contacts;
    if !named.contains(&user.id) {
        return Ok(());
    }
    let replaced = replaced(&named, &user.id, replacement);
    let new = NewAlertContacts {
        alert_contacts: replaced.into_iter().map(UserId::new).collect(),
        saved_by: saved_by.clone(),
        saved_at,
    };
    Ok(change.save_alert_contacts(&new).await?)
}

/// Returns the list without `user`. A replacement who is already in the list is not added again.
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
    fn a_replacement_takes_the_place_and_no_contact_is_listed_twice() {
        let list = ["a", "b", "c"].map(ToOwned::to_owned);
        assert_eq!(replaced(&list, "b", None), ["a", "c"]);
        assert_eq!(replaced(&list, "b", Some("d")), ["a", "d", "c"]);
        assert_eq!(replaced(&list, "b", Some("c")), ["a", "c"]);
    }
}
