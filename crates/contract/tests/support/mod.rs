//! A valid document that tests modify in one place.

use partner_portal_contract::{
    ContactInformationInput, DayOfWeek, Environment, FieldRule, HoursInput, Policy, ScheduleInput,
};

/// Returns an input that is complete in Production for an integration type with merchant issues.
pub(crate) fn complete_input() -> ContactInformationInput {
    ContactInformationInput {
        alert_contacts: vec!["usr_1".into(), "usr_2".into()],
        technical_emergency: vec!["oncall@example.com".into()],
        technical_non_emergency: vec!["api-team@example.com".into()],
        merchant_issues: vec!["merchants@example.com".into()],
        operational_platform: vec!["ops@example.com".into()],
        operational_shared: "support@example.com".into(),
        operational_support: vec![ScheduleInput {
            time_zone: "Europe/Warsaw".into(),
            hours: vec![HoursInput {
                days: DayOfWeek::WEEKDAYS.to_vec(),
                opens: "09:00".into(),
                closes: "17:00".into(),
            }],
        }],
    }
}

/// Returns the policy for Production with merchant issues required.
pub(crate) fn production() -> Policy {
    Policy::new(Environment::Production, FieldRule::Required)
}
