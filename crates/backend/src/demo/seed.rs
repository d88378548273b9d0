//! Creates the content of an empty demo database.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use partner_portal_contract::{
    ContactInformationInput, DayOfWeek, Environment, FieldRule, HoursInput, ProblemCode,
    ScheduleInput, account::Brand, users::Role,
};

use super::{
    accounts::{ACCOUNTS, DemoAccount, Progress, Standing},
    crowd::crowd,
    history::{Savers, history},
};
use crate::{
    http::error::ApiError,
    ids::{AccountId, InvitationId, UserId},
    integration_types::IntegrationTypes,
    rules::access::invitation_period,
    storage::{
        accounts::{Membership, StoredAccount},
        contact_information::NewRevision,
        invitations::InvitationPeriod,
        people::Person,
        seed::{Seed, SeedInvitation},
    },
};

/// The age of the invitations that can still be accepted.
const SENT_BEFORE: TimeDelta = TimeDelta::days(2);
/// The age of the expired invitations.
const EXPIRED_SENT_BEFORE: TimeDelta = TimeDelta::days(20);

/// Returns the initial content of the demo.
///
/// The invitations' times are relative to `now`, because invitations expire.
pub(super) fn seed(types: &IntegrationTypes, now: DateTime<Utc>) -> Result<Seed, ApiError> {
    let mut seed = Seed::default();
    let mut known = BTreeSet::new();
    for account in &ACCOUNTS {
        // A custom file need not offer the integration types of the demo's accounts.
        let Some(offered) = types.get(account.integration_type) else { continue };
        let account_id = AccountId::new(format!("acc_{}", account.key));
        seed.accounts.push(stored_account(account, &account_id));
        for (person, role, standing) in people(account) {
            let account_id = account_id.clone();
            if let Some(period) = invitation_period_of(standing, now) {
                let invited_by = user_id(account.active[0].0);
                let id = invitation_id(&person.id);
                let Person { name, email, .. } = person;
                let invitation =
                    SeedInvitation { id, account_id, name, email, role, invited_by, period };
                seed.invitations.push(invitation);
                continue;
            }
            let user_id = person.id.clone();
            seed.memberships.push(Membership { account_id, user_id, role });
            if known.insert(person.id.clone()) {
                seed.people.push(person);
            }
        }
        for revision in revisions(account, offered.merchant_issues())? {
            seed.revisions.push((account_id.clone(), revision));
        }
    }
    Ok(seed)
}

fn stored_account(account: &DemoAccount, id: &AccountId) -> StoredAccount {
    StoredAccount {
        id: id.clone(),
        partner_id: account.partner_id.to_owned(),
        name: account.name.to_owned(),
        integration_type: account.integration_type.to_owned(),
        default_brand: Brand {
            name: account.brand.to_owned(),
            support_email: account.support_email.to_owned(),
        },
    }
}

/// Returns the named people, followed by generated ones up to the size of the account.
fn people(account: &DemoAccount) -> Vec<(Person, Role, Standing)> {
    let named = |(key, name, email, role): (&str, &str, &str, Role), standing| {
        let person = Person { id: user_id(key), name: name.to_owned(), email: email.to_owned() };
        (person, role, standing)
    };
    let mut people: Vec<_> =
        account.active.iter().map(|person| named(*person, Standing::Active)).collect();
    let standing = if account.is_expired { Standing::Expired } else { Standing::Invited };
    people.push(named(account.invited, standing));
    people.extend(crowd(account.people.saturating_sub(people.len())));
    people
}

fn invitation_period_of(standing: Standing, now: DateTime<Utc>) -> Option<InvitationPeriod> {
    match standing {
        Standing::Active => None,
        Standing::Invited => Some(invitation_period(now - SENT_BEFORE)),
        Standing::Expired => Some(invitation_period(now - EXPIRED_SENT_BEFORE)),
    }
}

fn revisions(
    account: &DemoAccount,
    merchant_issues: FieldRule,
) -> Result<Vec<NewRevision>, ApiError> {
    let environment = match account.progress {
        Progress::Nothing => return Ok(Vec::new()),
        Progress::Sandbox => Environment::Sandbox,
        Progress::Production => Environment::Production,
    };
    let [finisher, beginner, improver, ..] = account.active else {
        return Err(ProblemCode::Internal.into());
    };
    let savers = Savers {
        begun_by: user_id(beginner.0),
        first_mailbox: beginner.2.to_owned(),
        improved_by: user_id(improver.0),
        finished_by: user_id(finisher.0),
    };
    history(input(account, environment, merchant_issues), environment, merchant_issues, savers)
}

fn input(
    account: &DemoAccount,
    environment: Environment,
    merchant_issues: FieldRule,
) -> ContactInformationInput {
    let domain = account.support_email.split_once('@').map_or("example.com", |(_, domain)| domain);
    let address = |local: &str| vec![format!("{local}@{domain}")];
    let alert_contacts = match environment {
        Environment::Sandbox => Vec::new(),
        Environment::Production => {
            account.active[..2].iter().map(|(key, ..)| user_id(key).to_string()).collect()
        }
    };
    let merchants =
        if merchant_issues == FieldRule::Unavailable { Vec::new() } else { address("merchants") };
    ContactInformationInput {
        alert_contacts,
        technical_emergency: address("oncall"),
        technical_non_emergency: address("integrations"),
        merchant_issues: merchants,
        operational_platform: address("operations"),
        operational_shared: account.support_email.to_owned(),
        operational_support: vec![ScheduleInput {
            time_zone: account.time_zone.to_owned(),
            hours: vec![HoursInput {
                days: DayOfWeek::WEEKDAYS.to_vec(),
                opens: "09:00".to_owned(),
                closes: "18:00".to_owned(),
            }],
        }],
    }
}

fn user_id(key: &str) -> UserId {
    UserId::new(format!("usr_{key}"))
}

fn invitation_id(person: &UserId) -> InvitationId {
    InvitationId::new(person.as_str().replace("usr_", "inv_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_has_a_role_that_the_integration_type_offers() {
        let types = IntegrationTypes::built_in().unwrap();
        let seed = seed(&types, DateTime::UNIX_EPOCH).unwrap();
        for membership in &seed.memberships {
            let mut accounts = seed.accounts.iter();
            let account = accounts.find(|account| account.id == membership.account_id).unwrap();
            let offered = types.get(&account.integration_type).unwrap();
            assert!(offered.roles().contains(&membership.role), "{}", membership.user_id);
        }
        let large = AccountId::new("acc_wanderlight");
        let members = seed.memberships.iter().filter(|one| one.account_id == large).count();
        let invited = seed.invitations.iter().filter(|one| one.account_id == large).count();
        assert_eq!(members + invited, 10_000);
    }

    #[test]
    fn every_save_is_by_an_editor_and_days_after_the_previous_one() {
        let seed = seed(&IntegrationTypes::built_in().unwrap(), DateTime::UNIX_EPOCH).unwrap();
        for (account, revision) in &seed.revisions {
            let mut memberships = seed.memberships.iter();
            let saver = memberships
                .find(|one| one.account_id == *account && one.user_id == revision.saved_by)
                .unwrap();
            assert!(saver.role.can_edit());
        }
        for pair in seed.revisions.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            let (older, newer) = (&pair[0].1, &pair[1].1);
            assert!((newer.saved_at - older.saved_at).num_days() > 1);
            assert_ne!(newer.saved_by, older.saved_by);
            assert!(!newer.changed_fields.is_empty());
        }
        assert_eq!(seed.revisions.len(), 9, "three complete accounts, three saves each");
    }
}
