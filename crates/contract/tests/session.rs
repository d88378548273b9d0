//! Tests the session and its included parts.

use partner_portal_contract::session::{Included, Session, SessionAnswer};
use serde_json::{Value, from_value, json, to_value};

fn account(id: &str) -> Value {
    json!({
        "id": id,
        "name": "Acme",
        "role": "editor",
        "capabilities": ["edit_contact_information"],
        "support_url": "https://example.com/support",
        "help_url": "https://example.com/help"
    })
}

fn session(accounts: &[&str]) -> Value {
    json!({
        "user": {"id": "usr_1", "name": "Ada", "email": "ada@example.com"},
        "accounts": accounts.iter().map(|id| account(id)).collect::<Vec<_>>(),
        "platform": {"name": "Meridian", "support_url": "", "help_url": ""}
    })
}

#[test]
fn the_shown_account_is_the_named_one_or_the_first() {
    let shown = |accounts: &[&str], named| {
        let session: Session = from_value(session(accounts)).unwrap();
        session.account(named).map(|account| account.id.clone())
    };
    for (named, expected) in [
        (None, "acc_1"),
        (Some("acc_2"), "acc_2"),
        (Some("acc_3"), "acc_1"),
        (Some("ACC_2"), "acc_1"),
        (Some(""), "acc_1"),
    ] {
        assert_eq!(shown(&["acc_1", "acc_2"], named).as_deref(), Some(expected), "{named:?}");
        assert_eq!(shown(&[], named), None);
    }
}

#[test]
fn an_answer_without_parts_is_a_plain_session() {
    let answer: SessionAnswer = from_value(session(&["acc_1"])).unwrap();
    assert_eq!(answer.included, None);
    assert_eq!(to_value(answer).unwrap(), session(&["acc_1"]));
}

#[test]
fn unknown_parts_and_fields_of_a_newer_backend_are_ignored() {
    let mut newer = session(&["acc_1"]);
    newer["included"] = json!({"account_id": "acc_1", "users": [], "account": null});
    let answer: SessionAnswer = from_value(newer.clone()).unwrap();
    let account_id = "acc_1".to_owned();
    assert_eq!(answer.included, Some(Included { account_id, ..Included::default() }));
    // A client that did not request any parts, or does not know them.
    let plain: Session = from_value(newer).unwrap();
    assert_eq!(plain, answer.session);
}
