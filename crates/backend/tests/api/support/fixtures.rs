//! Test data for requests.

use partner_portal_contract::{
    ContactInformationInput, DayOfWeek, HoursInput, ScheduleInput,
    language::Language,
    saved_draft::DraftToSave,
    users::{NewUserInput, Role, UserChange},
};

use crate::support::test_app::EMPTY_ADMINISTRATOR;

/// A draft with the text `content`.
pub(crate) fn typed(content: &str) -> DraftToSave {
    DraftToSave { form_version: 1, content: content.to_owned(), base_revision: 0 }
}

/// The contact information that completes the empty account in Sandbox.
pub(crate) fn sandbox_input() -> ContactInformationInput {
    ContactInformationInput {
        alert_contacts: Vec::new(),
        technical_emergency: vec!["oncall@bellavista.example.com".to_owned()],
        technical_non_emergency: vec!["api@bellavista.example.com".to_owned()],
        merchant_issues: vec!["merchants@bellavista.example.com".to_owned()],
        operational_platform: vec!["operations@bellavista.example.com".to_owned()],
        operational_shared: "support@bellavista.example.com".to_owned(),
        operational_support: vec![ScheduleInput {
            time_zone: "Europe/Rome".to_owned(),
            hours: vec![HoursInput {
                days: DayOfWeek::WEEKDAYS.to_vec(),
                opens: "09:00".to_owned(),
                closes: "17:00".to_owned(),
            }],
        }],
    }
}

/// The contact information that completes the empty account in Production.
pub(crate) fn production_input() -> ContactInformationInput {
    ContactInformationInput {
        alert_contacts: vec![EMPTY_ADMINISTRATOR.to_owned()],
        ..sandbox_input()
    }
}

/// A new user whom no account knows.
pub(crate) fn newcomer(role: Role) -> NewUserInput {
    named("Ada Newcomer", "ada.newcomer@example.com", role)
}

/// A new user with this name and address.
pub(crate) fn named(name: &str, email: &str, role: Role) -> NewUserInput {
    NewUserInput {
        name: name.to_owned(),
        email: email.to_owned(),
        role: Some(role),
        language: Language::English,
    }
}

/// A change of the role without a replacement.
pub(crate) fn role(role: Role) -> UserChange {
    UserChange { role, replacement_user_id: None }
}
