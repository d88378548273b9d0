//! Tests the wire format: the names of values, what requests reject, and what responses omit.

use std::collections::BTreeSet;

use partner_portal_contract::{
    ContactField, ContactInformationInput, DayOfWeek, Environment, FieldError, FieldErrorCode,
    FieldRule, HoursInput, Problem, ProblemCode, RequirementState, ScheduleInput,
    account::Account,
    contact_information::ContactInformationDocument,
    session::{DemoSignIn, SessionPart},
    users::{Role, UsersPage},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, from_value, json, to_value};

fn name(value: impl Serialize) -> String {
    match to_value(value) {
        Ok(Value::String(name)) => name,
        other => panic!("no name on the wire: {other:?}"),
    }
}

fn refuses<T: DeserializeOwned>(value: Value) -> bool {
    from_value::<T>(value).is_err()
}

/// Returns the example of the HTTP contract.
fn example() -> Value {
    json!({
        "alert_contacts": ["usr_01J"],
        "technical_emergency": ["oncall@example.com"],
        "technical_non_emergency": ["api-team@example.com"],
        "merchant_issues": [],
        "operational_platform": ["ops@example.com"],
        "operational_shared": "support@example.com",
        "operational_support": [{
            "time_zone": "Europe/Warsaw",
            "hours": [{"days": ["monday", "tuesday"], "opens": "09:00", "closes": "17:00"}]
        }]
    })
}

#[test]
fn the_documented_example_survives_parsing_and_serialization() {
    let input: ContactInformationInput = from_value(example()).expect("the documented body");
    assert_eq!(input.operational_support[0].hours[0].days, [DayOfWeek::Monday, DayOfWeek::Tuesday]);
    assert_eq!(to_value(input).ok(), Some(example()));
}

#[test]
fn the_names_on_the_wire_match_those_in_code() {
    for field in ContactField::ALL.into_iter().chain([ContactField::Unknown]) {
        assert_eq!(name(field), field.as_str());
    }
    for environment in Environment::ALL {
        assert_eq!(name(environment), environment.as_str());
        assert_eq!(Environment::parse(environment.as_str()), Some(environment));
    }
    for role in Role::ALL {
        assert_eq!(name(role), role.as_str());
        assert_eq!(Role::parse(role.as_str()), Some(role));
    }
    for part in SessionPart::ALL {
        assert_eq!(name(part), part.as_str());
        assert_eq!(SessionPart::parse(part.as_str()), Some(part));
    }
    for code in ProblemCode::ALL.into_iter().chain([ProblemCode::Unknown]) {
        assert_eq!(name(code), code.as_str());
    }
}

#[test]
fn names_are_matched_exactly() {
    for text in ["", "Sandbox", "SANDBOX", " sandbox", "unknown", "test"] {
        assert_eq!(Environment::parse(text), None, "{text:?}");
        assert_eq!(Role::parse(text), None, "{text:?}");
        assert_eq!(SessionPart::parse(text), None, "{text:?}");
    }
}

#[test]
fn the_names_of_codes_are_unique_and_in_snake_case() {
    let problems = ProblemCode::ALL.map(name).to_vec();
    let field_errors = FieldErrorCode::ALL.map(name).to_vec();
    let days = DayOfWeek::ALL.map(name).to_vec();
    for names in [problems, field_errors, days] {
        for name in &names {
            let snake = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            assert!(snake && !name.starts_with('_') && !name.ends_with('_'), "{name}");
        }
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    }
}

#[test]
fn the_lists_of_codes_are_complete() {
    // `Unknown` is the last variant, so its discriminant is the number of the other variants.
    assert_eq!(ProblemCode::ALL.len(), ProblemCode::Unknown as usize);
    assert_eq!(FieldErrorCode::ALL.len(), FieldErrorCode::Unknown as usize);
    assert_eq!(ContactField::ALL.len(), ContactField::Unknown as usize);
    assert_eq!(Role::ALL.len(), Role::Unknown as usize);
}

#[test]
fn every_code_survives_serialization() {
    for code in ProblemCode::ALL {
        assert_eq!(from_value(json!(code.as_str())).ok(), Some(code));
    }
    for code in FieldErrorCode::ALL {
        assert_eq!(from_value(json!(name(code))).ok(), Some(code));
    }
}

#[test]
fn every_problem_has_an_error_status() {
    for code in ProblemCode::ALL {
        assert!((400..600).contains(&code.status()), "{code:?}");
    }
    assert_eq!(ProblemCode::ContactInformationRequired.status(), 403);
    assert_eq!(ProblemCode::RevisionStale.status(), 412);
    assert_eq!(ProblemCode::IfMatchRequired.status(), 428);
}

#[test]
fn requests_reject_unknown_fields() {
    let with = |mut value: Value, field: &str| {
        value[field] = json!("x");
        value
    };
    let schedule = example()["operational_support"][0].clone();
    let hours = schedule["hours"][0].clone();
    assert!(refuses::<ContactInformationInput>(with(example(), "account_id")));
    assert!(refuses::<ScheduleInput>(with(schedule, "timezone")));
    assert!(refuses::<HoursInput>(with(hours, "day")));
    assert!(refuses::<DemoSignIn>(json!({"user_id": "usr_1", "role": "administrator"})));
    let mut nested = example();
    nested["operational_support"][0]["hours"][0]["holiday"] = json!(true);
    assert!(refuses::<ContactInformationInput>(nested));
}

#[test]
fn requests_reject_values_of_the_wrong_type() {
    let with = |field: &str, value: Value| {
        let mut body = example();
        body[field] = value;
        body
    };
    for value in [json!(null), json!("a@b.c"), json!([1]), json!({}), json!([null])] {
        assert!(refuses::<ContactInformationInput>(with("technical_emergency", value)));
    }
    assert!(refuses::<ContactInformationInput>(with("operational_shared", json!(["a@b.c"]))));
    for day in ["Monday", "mon", "someday", ""] {
        assert!(refuses::<HoursInput>(json!({"days": [day], "opens": "", "closes": ""})), "{day}");
    }
    for body in [json!(null), json!("x"), json!(1), json!(["usr_1"])] {
        assert!(refuses::<ContactInformationInput>(body));
    }
}

#[test]
fn omitted_fields_of_an_input_are_empty() {
    let input: ContactInformationInput = from_value(json!({})).expect("an empty input");
    assert_eq!(input, ContactInformationInput::default());
    let input: ContactInformationInput =
        from_value(json!({"operational_support": [{}]})).expect("an empty schedule");
    assert_eq!(input.operational_support, [ScheduleInput::default()]);
    assert_ne!(input, ContactInformationInput::default());
}

#[test]
fn an_error_omits_absent_details() {
    let error = FieldError::of_field(ContactField::OperationalShared, FieldErrorCode::Required);
    assert_eq!(
        to_value(error).ok(),
        Some(json!({"field": "operational_shared", "code": "required"}))
    );
    let mut error = FieldError::of_entry(ContactField::AlertContacts, 3, FieldErrorCode::Duplicate);
    error.params.first = Some(1);
    let written = json!({
        "field": "alert_contacts", "index": 3, "code": "duplicate", "params": {"first": 1}
    });
    assert_eq!(to_value(&error).ok(), Some(written.clone()));
    assert_eq!(from_value(written).ok(), Some(error));
}

#[test]
fn a_problem_is_an_rfc_9457_document() {
    let written = json!({
        "type": "/problems/not_found", "title": "Not found", "status": 404, "code": "not_found",
        "request_id": "req_1"
    });
    let problem: Problem = from_value(written.clone()).expect("a problem");
    assert_eq!((problem.code, problem.errors.len()), (ProblemCode::NotFound, 0));
    assert_eq!(to_value(problem).ok(), Some(written));
}

#[test]
fn the_last_page_of_users_has_no_next_page_token() {
    let page = UsersPage { users: Vec::new(), total_size: 0, next_page_token: None };
    assert_eq!(to_value(&page).ok(), Some(json!({"users": [], "total_size": 0})));
    assert_eq!(from_value(json!({"users": [], "total_size": 0})).ok(), Some(page));
}

#[test]
fn responses_ignore_unknown_fields() {
    let mut information = example();
    information["fax"] = json!(["+1"]);
    information["operational_support"][0]["holidays"] = json!([]);
    information["operational_support"][0]["hours"][0]["note"] = json!("x");
    let answer = json!({
        "contact_information": information, "revision": 3, "confirmed_at": null,
        "updated_by": {"id": "usr_1", "name": "Ann", "avatar": "x"},
        "updated_at": "2026-11-21T10:00:00Z"
    });
    let document: ContactInformationDocument = from_value(answer).expect("a newer answer");
    assert_eq!(to_value(document.contact_information).ok(), Some(example()));
}

#[test]
fn an_account_omits_environments_that_this_build_does_not_know() {
    let account: Account = from_value(json!({
        "id": "acc_1", "partner_id": "1", "name": "Bistro", "region": "eu",
        "integration_type": {"id": "x", "name": "X", "merchant_issues": "sometimes"},
        "default_brand": {"name": "Bistro", "support_email": "help@example.com"},
        "environments": ["sandbox", "staging", "production"]
    }))
    .expect("a newer answer");
    assert_eq!(account.environments, Environment::ALL);
    assert_eq!(account.integration_type.merchant_issues, FieldRule::Unknown);
}

#[test]
fn states_and_rules_have_the_names_of_the_specification() {
    use RequirementState::{Deferred, Invalid, Missing, Satisfied, Unavailable};
    let states = [Satisfied, Missing, Invalid, Deferred, Unavailable].map(name);
    assert_eq!(states, ["satisfied", "missing", "invalid", "deferred", "unavailable"]);
    let rules = [FieldRule::Required, FieldRule::Optional, FieldRule::Unavailable].map(name);
    assert_eq!(rules, ["required", "optional", "unavailable"]);
}
