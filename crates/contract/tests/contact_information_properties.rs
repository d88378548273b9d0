//! Tests properties that hold for any input that a client could send.

mod support;

use partner_portal_contract::{
    BundledReferenceData, ContactField, ContactInformationInput, DayOfWeek, Environment,
    FieldError, FieldErrorCode, FieldRule, HoursInput, Policy, RequirementState, ScheduleInput,
    completion,
    input::{
        address_list_errors, alert_contact_errors, parse_addresses, parse_shared_address,
        schedule_errors, shared_address_errors,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use support::{complete_input, production};

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => "[a-z]{1,6}@[a-z]{1,4}\\.(com|PL|קום)",
        2 => "[a-z]{1,3}@exämple\\.com",
        1 => select(vec!["", " ", "nobody", "a@b", "A <a@b.c>", "\u{202E}a@b.c"])
            .prop_map(String::from),
        1 => any::<String>(),
    ]
}

fn addresses() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![12 => vec(address(), 1..4), 1 => vec(address(), 0..24)]
}

fn time() -> impl Strategy<Value = String> {
    prop_oneof![
        20 => (0..1440_u16).prop_map(|at| format!("{:02}:{:02}", at / 60, at % 60)),
        1 => select(vec!["24:00", "24:01", "9:00", ""]).prop_map(String::from),
        1 => any::<String>(),
    ]
}

fn hours() -> impl Strategy<Value = HoursInput> {
    let days = prop_oneof![
        12 => vec(select(DayOfWeek::ALL.to_vec()), 1..9),
        1 => Just(Vec::new()),
    ];
    (days, time(), time()).prop_map(|(days, opens, closes)| HoursInput { days, opens, closes })
}

fn schedule() -> impl Strategy<Value = ScheduleInput> {
    let zone = prop_oneof![
        12 => select(vec!["Europe/Warsaw", "asia/calcutta", " UTC ", "America/Sao_Paulo"])
            .prop_map(String::from),
        1 => any::<String>(),
    ];
    let hours = prop_oneof![12 => vec(hours(), 1..3), 1 => vec(hours(), 0..24)];
    (zone, hours).prop_map(|(time_zone, hours)| ScheduleInput { time_zone, hours })
}

prop_compose! {
    fn any_input()(
        alert_contacts in prop_oneof![
            8 => vec("usr_[0-9]{1,3}", 1..4),
            1 => vec("(usr_[0-9])?|.{0,3}", 0..24),
        ],
        technical_emergency in addresses(),
        technical_non_emergency in addresses(),
        merchant_issues in prop_oneof![addresses(), Just(Vec::new())],
        operational_platform in addresses(),
        operational_shared in address(),
        operational_support in prop_oneof![8 => vec(schedule(), 1..3), 1 => vec(schedule(), 0..13)],
    ) -> ContactInformationInput {
        ContactInformationInput {
            alert_contacts,
            technical_emergency,
            technical_non_emergency,
            merchant_issues,
            operational_platform,
            operational_shared,
            operational_support,
        }
    }
}

/// Generates an input that mixes generated fields with valid ones, so that valid inputs are common,
/// too.
fn input() -> impl Strategy<Value = ContactInformationInput> {
    (any_input(), any::<[bool; 7]>()).prop_map(|(mut input, keep)| {
        let right = complete_input();
        if !keep[0] {
            input.alert_contacts = right.alert_contacts;
        }
        if !keep[1] {
            input.technical_emergency = right.technical_emergency;
        }
        if !keep[2] {
            input.technical_non_emergency = right.technical_non_emergency;
        }
        if !keep[3] {
            input.merchant_issues = right.merchant_issues;
        }
        if !keep[4] {
            input.operational_platform = right.operational_platform;
        }
        if !keep[5] {
            input.operational_shared = right.operational_shared;
        }
        if !keep[6] {
            input.operational_support = right.operational_support;
        }
        input
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    let rules = [FieldRule::Required, FieldRule::Optional, FieldRule::Unavailable];
    (select(Environment::ALL.to_vec()), select(rules.to_vec()), option::of("usr_[0-9]{1,2}"))
        .prop_map(|(environment, rule, unknown)| {
            let mut policy = Policy::new(environment, rule);
            policy.stored_alert_contacts = complete_input().alert_contacts;
            policy.unknown_users.extend(unknown);
            policy
        })
}

/// Returns the number of the field's entries in the input. Errors of the shared address have no
/// index.
fn entries(input: &ContactInformationInput, field: ContactField) -> usize {
    match field {
        ContactField::AlertContacts => input.alert_contacts.len(),
        ContactField::TechnicalEmergency => input.technical_emergency.len(),
        ContactField::TechnicalNonEmergency => input.technical_non_emergency.len(),
        ContactField::MerchantIssues => input.merchant_issues.len(),
        ContactField::OperationalPlatform => input.operational_platform.len(),
        ContactField::OperationalSupport => input.operational_support.len(),
        ContactField::OperationalShared | ContactField::Unknown => 0,
    }
}

fn points_into_the_input(error: &FieldError, input: &ContactInformationInput) -> bool {
    let Some(index) = error.index else {
        return error.params.hours.is_none() && error.params.first.is_none();
    };
    let hours = || input.operational_support[index as usize].hours.len();
    (index as usize) < entries(input, error.field)
        && error.params.first.is_none_or(|first| first < index)
        && error.params.hours.is_none_or(|at| (at as usize) < hours())
}

/// Returns the errors of one field, computed by its own function from its own value only.
fn field_errors(
    input: &ContactInformationInput,
    field: ContactField,
    policy: &Policy,
) -> Vec<FieldError> {
    let list = |texts: &[String]| {
        address_list_errors(field, &parse_addresses(texts, &BundledReferenceData), policy)
    };
    match field {
        ContactField::AlertContacts => alert_contact_errors(&input.alert_contacts, policy),
        ContactField::TechnicalEmergency => list(&input.technical_emergency),
        ContactField::TechnicalNonEmergency => list(&input.technical_non_emergency),
        ContactField::MerchantIssues => list(&input.merchant_issues),
        ContactField::OperationalPlatform => list(&input.operational_platform),
        ContactField::OperationalShared => {
            let entry = parse_shared_address(&input.operational_shared, &BundledReferenceData);
            shared_address_errors(entry.as_ref(), policy)
        }
        ContactField::OperationalSupport => {
            schedule_errors(&input.operational_support, policy, &BundledReferenceData)
        }
        ContactField::Unknown => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    #[test]
    fn parsed_information_is_written_in_a_form_that_parses_to_the_same(
        input in input(), policy in policy(),
    ) {
        if let Ok(information) = input.parse(&policy, &BundledReferenceData) {
            let written = information.to_input();
            let again = written.parse(&policy, &BundledReferenceData);
            prop_assert_eq!(again.as_ref(), Ok(&information));
            prop_assert_eq!(information.to_input(), written);
        }
    }

    #[test]
    fn every_error_points_into_the_input_in_display_order(input in input(), policy in policy()) {
        let errors = input.parse(&policy, &BundledReferenceData).err().unwrap_or_default();
        for error in &errors {
            prop_assert!(ContactField::ALL.contains(&error.field));
            prop_assert!(error.code != FieldErrorCode::Unknown);
            prop_assert!(points_into_the_input(error, &input), "{error:?}");
        }
        prop_assert!(errors.is_sorted_by_key(|error| (error.field, error.index)), "{errors:?}");
    }

    #[test]
    fn the_errors_of_the_whole_input_are_the_errors_of_its_fields(
        input in input(), policy in policy(),
    ) {
        let whole = input.parse(&policy, &BundledReferenceData).err().unwrap_or_default();
        let of_field = |field| field_errors(&input, field, &policy);
        let parts: Vec<_> = ContactField::ALL.into_iter().flat_map(of_field).collect();
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn requirements_and_errors_agree(input in input(), policy in policy()) {
        let errors = input.parse(&policy, &BundledReferenceData).err().unwrap_or_default();
        let requirements = completion::requirements(&input, &policy, &BundledReferenceData);
        for requirement in &requirements {
            let first = errors.iter().find(|error| error.field == requirement.field);
            prop_assert_eq!(requirement.blocks(), first.is_some());
            if let Some(error) = first {
                let missing = error.code == FieldErrorCode::Required;
                prop_assert_eq!(requirement.state == RequirementState::Missing, missing);
                prop_assert_eq!(requirement.reason, Some(error.code));
            }
            let satisfied = requirement.state == RequirementState::Satisfied;
            prop_assert_eq!(requirement.reason.is_none(), satisfied);
        }
        prop_assert_eq!(requirements.iter().all(|entry| !entry.blocks()), errors.is_empty());
        let (met, counted) = completion::progress(&requirements);
        prop_assert!(met <= counted && counted <= 7);
    }

    #[test]
    fn an_error_disappears_when_its_field_becomes_valid(input in any_input()) {
        let right = complete_input();
        let mended = ContactInformationInput { alert_contacts: input.alert_contacts, ..right };
        let errors = mended.parse(&production(), &BundledReferenceData).err().unwrap_or_default();
        prop_assert!(errors.iter().all(|error| error.field == ContactField::AlertContacts));
    }

    #[test]
    fn an_input_survives_serialization_unchanged(input in any_input()) {
        let json = serde_json::to_string(&input).expect("plain data");
        prop_assert_eq!(serde_json::from_str::<ContactInformationInput>(&json).ok(), Some(input));
    }
}
