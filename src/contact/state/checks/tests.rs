use leptos::prelude::*;
use partner_portal_contract::{ContactField, Environment, FieldErrorCode, FieldRule};

use super::*;
use crate::{
    contact::state::{
        address_boxes::AddressBoxes,
        contact_form::{ContactForm, ContactFormStoreFields},
        typed::Snapshot,
    },
    reactive::memo,
    support_hours::ScheduleForm,
};

/// A form with its checks and the backend's refusal.
struct Stage {
    typed: Typed,
    checks: Checks,
    refusal: RwSignal<Option<Refusal>>,
    policy: Policy,
    _owner: Owner,
}

/// Returns a form with a different error in each field, and a half-typed address in one list.
fn wrong() -> Snapshot {
    let list = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    let form = ContactForm {
        technical_emergency: list(&["giulia.conti@example.com", "no-address"]),
        technical_non_emergency: list(&["a@example.com", "a@EXAMPLE.com"]),
        operational_platform: list(&["giulia.conti@example.com"]),
        operational_shared: "someone@gmail".to_owned(),
        operational_support: vec![ScheduleForm::default()],
        ..ContactForm::default()
    };
    let texts = ["half".to_owned(), String::new(), "a@example.com".to_owned(), String::new()];
    Snapshot { form, texts }
}

fn stage(start: Snapshot) -> Stage {
    let owner = Owner::new();
    owner.set();
    let typed = Typed::default();
    typed.restore(start);
    let policy = Policy::new(Environment::Production, FieldRule::Unavailable);
    let refusal = RwSignal::new(None);
    let tables = RwSignal::new_local(None);
    let known = policy.clone();
    let memo = memo(move || known.clone());
    let checks = Checks::new(typed, memo, refusal.read_only(), tables.read_only());
    Stage { typed, checks, refusal, policy, _owner: owner }
}

impl Stage {
    fn errors(&self, field: ContactField) -> Vec<FieldErrorCode> {
        let errors = self.checks.errors.of(field).get_untracked();
        errors.iter().map(|error| error.code).collect()
    }
}

#[test]
fn all_errors_are_those_of_the_input_that_a_submit_would_send() {
    for start in [Snapshot::default(), wrong()] {
        let stage = stage(start);
        let all = stage.checks.all_errors.get_untracked();
        stage.typed.enter_boxes();
        let input = stage.typed.form.get_untracked().to_input();
        let whole = input.parse(&stage.policy, reference_data(None)).unwrap_err();
        assert_eq!(all, whole);
        assert_eq!(stage.checks.all_errors.get_untracked(), whole);
    }
}

#[test]
fn typing_in_one_field_recomputes_no_other_field() {
    let stage = stage(wrong());
    let runs = StoredValue::new(Vec::new());
    let parts = FieldMemos::new(move |field| {
        runs.update_value(|runs| runs.push(field));
        stage.typed.field_input(field)
    });
    let derived = || {
        runs.set_value(Vec::new());
        for part in parts.all() {
            let _ = part.get_untracked();
        }
        runs.get_value()
    };
    let form = stage.typed.form;
    assert_eq!(derived().len(), ContactField::ALL.len() + 1);
    assert_eq!(derived(), []);
    for field in AddressBoxes::FIELDS {
        stage.typed.boxes.of(field).update(|text| text.push('x'));
        assert_eq!(derived(), [field]);
    }
    form.technical_emergency().update(|list| list.push("b@example.com".to_owned()));
    assert_eq!(derived(), [ContactField::TechnicalEmergency]);
    form.operational_shared().update(|text| text.push('x'));
    assert_eq!(derived(), [ContactField::OperationalShared]);
    form.operational_support().update(|all| all.push(ScheduleForm::default()));
    assert_eq!(derived(), [ContactField::OperationalSupport]);
    stage.typed.restore(Snapshot::default());
    assert_eq!(derived().len(), ContactField::ALL.len());
}

#[test]
fn a_half_typed_address_is_checked_and_gets_no_advice() {
    let stage = stage(Snapshot::default());
    let field = ContactField::TechnicalEmergency;
    assert_eq!(stage.errors(field), [FieldErrorCode::Required]);
    stage.typed.boxes.of(field).set("giulia.conti@example".to_owned());
    assert_eq!(stage.errors(field), [FieldErrorCode::EmailDomainWithoutDot]);
    stage.typed.boxes.of(field).set("giulia.conti@example.com".to_owned());
    assert_eq!(stage.errors(field), []);
    assert_eq!(stage.checks.advice.of(field).get_untracked(), []);
    stage.typed.enter_boxes();
    assert_eq!(stage.errors(field), []);
    let address = "giulia.conti@example.com".to_owned();
    let advice = Advice::PersonalMailbox { address };
    assert_eq!(stage.checks.advice.of(field).get_untracked(), [advice]);
}

#[test]
fn advice_on_a_field_depends_on_the_fields_before_it() {
    let stage = stage(wrong());
    let advice = stage.checks.advice.of(ContactField::OperationalPlatform);
    let other = ContactField::TechnicalEmergency;
    let address = "giulia.conti@example.com".to_owned();
    let also_in = Advice::AlsoIn { other, address, count: 1 };
    assert_eq!(advice.get_untracked(), [also_in]);
    stage.typed.form.technical_emergency().update(Vec::clear);
    assert_eq!(advice.get_untracked(), []);
}

#[test]
fn an_error_of_the_backend_stays_until_its_field_changes() {
    let stage = stage(wrong());
    let [changed, other] = [ContactField::TechnicalEmergency, ContactField::OperationalPlatform];
    let before = [stage.errors(changed), stage.errors(other)];
    stage.typed.enter_boxes();
    let input = stage.typed.form.get_untracked().to_input();
    let fields = [changed, other, ContactField::Unknown];
    let errors = fields.map(|field| FieldError::of_entry(field, 0, FieldErrorCode::EmailDomain));
    stage.refusal.set(Some(Refusal { input, errors: errors.to_vec() }));
    let with_refused = |own: &[FieldErrorCode]| [&[FieldErrorCode::EmailDomain], own].concat();
    assert_eq!(stage.errors(changed), with_refused(&before[0]));
    assert_eq!(stage.errors(other), with_refused(&before[1]));
    stage.typed.boxes.of(changed).set("new@example.com".to_owned());
    assert_eq!(stage.errors(changed), before[0]);
    assert_eq!(stage.errors(other), with_refused(&before[1]));
    // A field of a newer backend cannot change in this form.
    assert_eq!(
        stage.checks.all_errors.with_untracked(|all| all.last().cloned()),
        errors.last().cloned()
    );
}
