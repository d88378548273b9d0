use partner_portal_contract::contact_information::ContactInformationDocument;

use super::*;
use crate::{contact::state::contact_form::AlertContact, support_hours::ScheduleForm};

fn base(form: ContactForm) -> Base {
    let document = ContactInformationDocument {
        contact_information: form.to_input(),
        alert_contact_users: Vec::new(),
        revision: 1,
        updated_by: None,
        updated_at: None,
    };
    Base { document, form }
}

fn list(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// Returns values for every field, and a half-typed text in two lists.
fn full() -> Snapshot {
    let form = ContactForm {
        alert_contacts: vec![AlertContact { id: "usr_maya".to_owned(), ..Default::default() }],
        technical_emergency: list(&["a@example.com"]),
        technical_non_emergency: list(&["b@example.com"]),
        merchant_issues: list(&["c@example.com"]),
        operational_platform: list(&["d@example.com"]),
        operational_shared: "e@example.com".to_owned(),
        operational_support: vec![ScheduleForm::default()],
    };
    let texts = ["f@example.com, g@example.com", "", "half", ""].map(ToOwned::to_owned);
    Snapshot { form, texts }
}

#[test]
fn a_form_is_dirty_while_it_has_unsaved_text() {
    let owner = Owner::new();
    owner.set();
    let typed = Typed::default();
    let saved = RwSignal::new(None);
    let is_dirty = typed.is_dirty(saved.read_only());
    let text = typed.boxes.of(ContactField::MerchantIssues);
    let shared = typed.form.operational_shared();
    let is_dirty_after = |change: &dyn Fn()| {
        change();
        is_dirty.get_untracked()
    };
    assert!(!is_dirty_after(&|| text.set("half".to_owned())), "nothing is loaded");
    assert!(is_dirty_after(&|| saved.set(Some(base(ContactForm::default())))));
    assert!(!is_dirty_after(&|| text.set(String::new())));
    assert!(is_dirty_after(&|| shared.set("help@example.com".to_owned())));
    assert!(!is_dirty_after(&|| saved.set(Some(base(typed.snapshot().form)))));
    assert!(is_dirty_after(&|| typed.restore(Snapshot::default())));
    assert!(!is_dirty_after(&|| shared.set("help@example.com".to_owned())));
}

#[test]
fn every_field_makes_the_form_dirty() {
    let owner = Owner::new();
    owner.set();
    let typed = Typed::default();
    let saved = RwSignal::new(Some(base(ContactForm::default())));
    let is_dirty = typed.is_dirty(saved.read_only());
    for field in ContactField::ALL {
        let mut form = ContactForm::default();
        form.copy_field_from(&full().form, field);
        typed.restore(form);
        assert!(is_dirty.get_untracked(), "{field:?}");
        let has_value = |field: &ContactField| untrack(|| typed.has_value(*field));
        assert_eq!(ContactField::ALL.into_iter().filter(has_value).collect::<Vec<_>>(), [field]);
        typed.restore(ContactForm::default());
        assert!(!is_dirty.get_untracked(), "{field:?}");
    }
}

#[test]
fn a_restored_snapshot_contains_every_value() {
    let owner = Owner::new();
    owner.set();
    let typed = Typed::default();
    assert_eq!(typed.snapshot(), Snapshot::default());
    typed.restore(full());
    assert_eq!(typed.snapshot(), full());
    assert_eq!(typed.boxes.of(ContactField::MerchantIssues).get_untracked(), "half");
    typed.restore(full().form);
    assert_eq!(typed.snapshot(), Snapshot::from(full().form), "the boxes are empty");
}

#[test]
fn entered_boxes_are_empty_and_their_texts_are_the_last_entries() {
    let owner = Owner::new();
    owner.set();
    let typed = Typed::default();
    typed.restore(full());
    typed.enter_boxes();
    let mut entered = full().form;
    entered.technical_emergency = list(&["a@example.com", "f@example.com", "g@example.com"]);
    entered.merchant_issues = list(&["c@example.com", "half"]);
    assert_eq!(typed.snapshot(), Snapshot::from(entered.clone()));
    typed.enter_boxes();
    assert_eq!(typed.snapshot(), Snapshot::from(entered), "there is nothing left to enter");
}

#[test]
fn an_input_contains_half_typed_texts_and_leaves_them_in_their_boxes() {
    let owner = Owner::new();
    owner.set();
    let typed = Typed::default();
    typed.restore(full());
    let input = typed.to_input();
    assert_eq!(typed.snapshot(), full());
    for field in ContactField::ALL {
        let others = untrack(|| typed.field_input(field)).changed_fields(&input);
        assert!(!others.contains(&field), "{field:?} is the same in an input of its own");
    }
    typed.enter_boxes();
    assert_eq!(typed.snapshot().form.to_input(), input);
}
