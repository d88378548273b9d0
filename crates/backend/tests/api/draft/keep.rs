//! Tests drafts. They are private to their user and stored unchanged.

use partner_portal_contract::{
    ProblemCode, paths,
    saved_draft::{DraftToSave, SavedDraft},
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    fixtures::typed,
    test_app::{
        COMPLETE, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_READER, EMPTY_TESTER,
        IN_TWO_ACCOUNTS, TestApp,
    },
    visitor::{Visitor, problem},
};

async fn content(person: &Visitor, account: &str) -> Option<String> {
    person.kept_draft(account).await.map(|draft| draft.content)
}

#[tokio::test]
async fn a_draft_can_be_read_stored_replaced_and_deleted() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let none: Value = person.draft(EMPTY).await.json().await.unwrap();
    assert_eq!(none, json!({"draft": null}));

    let first = DraftToSave { form_version: 3, content: "{\"a\":".to_owned(), base_revision: 9 };
    let answer = person.keep_draft(EMPTY, &first).await;
    assert_eq!(answer.status(), 200);
    let expected = SavedDraft {
        form_version: 3,
        content: "{\"a\":".to_owned(),
        base_revision: 9,
        saved_at: "2026-11-21T12:00:00Z".to_owned(),
    };
    assert_eq!(answer.json::<SavedDraft>().await.unwrap(), expected);
    assert_eq!(person.kept_draft(EMPTY).await, Some(expected));

    app.clock.advance(chrono::TimeDelta::minutes(2));
    let second = person.keep_draft(EMPTY, &typed("second")).await.json::<SavedDraft>().await;
    assert_eq!(second.as_ref().unwrap().saved_at, "2026-11-21T12:02:00Z");
    assert_eq!(person.kept_draft(EMPTY).await, Some(second.unwrap()));

    for _ in 0..2 {
        let discarded = person.discard_draft(EMPTY).await;
        assert_eq!(discarded.status(), 204);
        assert_eq!(discarded.headers()["cache-control"], "no-store");
        assert_eq!(discarded.text().await.unwrap(), "");
        assert_eq!(person.kept_draft(EMPTY).await, None);
    }
}

#[tokio::test]
async fn a_draft_belongs_to_one_user_in_one_account() {
    let app = TestApp::demo().await;
    let one = app.signed_in(EMPTY_EDITOR).await;
    let other = app.signed_in(IN_TWO_ACCOUNTS).await;
    one.keep_draft(EMPTY, &typed("one's")).await;
    assert_eq!(content(&other, EMPTY).await, None);
    other.keep_draft(EMPTY, &typed("other's")).await;
    other.keep_draft(COMPLETE, &typed("other's elsewhere")).await;
    assert_eq!(content(&one, EMPTY).await.as_deref(), Some("one's"));
    // The same user finds the same draft in a second browser.
    let again = app.signed_in(IN_TWO_ACCOUNTS).await;
    assert_eq!(content(&again, EMPTY).await.as_deref(), Some("other's"));
    assert_eq!(again.discard_draft(EMPTY).await.status(), 204);
    assert_eq!(content(&other, EMPTY).await, None);
    assert_eq!(content(&other, COMPLETE).await.as_deref(), Some("other's elsewhere"));
    assert_eq!(content(&one, EMPTY).await.as_deref(), Some("one's"));
}

#[tokio::test]
async fn concurrent_users_keep_separate_drafts() {
    let app = TestApp::demo().await;
    let people = [
        app.signed_in(EMPTY_EDITOR).await,
        app.signed_in(IN_TWO_ACCOUNTS).await,
        app.signed_in(EMPTY_ADMINISTRATOR).await,
    ];
    let saves: Vec<_> = (0..30)
        .map(|number| {
            let person = people[number % 3].clone();
            let draft = typed(&format!("person {}, save {number}", number % 3));
            tokio::spawn(async move { person.keep_draft(EMPTY, &draft).await.status() })
        })
        .collect();
    for save in saves {
        assert_eq!(save.await.unwrap(), 200);
    }
    for (number, person) in people.iter().enumerate() {
        let kept = content(person, EMPTY).await.unwrap();
        assert!(kept.starts_with(&format!("person {number},")), "{kept}");
    }
}

#[tokio::test]
async fn a_draft_survives_a_restart_and_a_new_session() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("half typed")).await;
    let kept = person.kept_draft(EMPTY).await;
    assert!(kept.is_some());
    let app = app.restart().await;
    assert_eq!(app.signed_in(EMPTY_EDITOR).await.kept_draft(EMPTY).await, kept);
}

#[tokio::test]
async fn readers_and_testers_have_no_draft() {
    let app = TestApp::demo().await;
    for user in [EMPTY_READER, EMPTY_TESTER] {
        let person = app.signed_in(user).await;
        for response in [
            person.draft(EMPTY).await,
            person.keep_draft(EMPTY, &typed("")).await,
            person.discard_draft(EMPTY).await,
        ] {
            problem(response, ProblemCode::NotPermitted).await;
        }
    }
}

#[tokio::test]
async fn a_user_without_edit_rights_gets_the_draft_back_with_the_rights() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("half")).await;
    app.change_database(
        "UPDATE memberships SET role = 'reader' WHERE user_id = 'usr_tomasz_zielinski'",
    )
    .await;
    problem(person.draft(EMPTY).await, ProblemCode::NotPermitted).await;
    app.change_database(
        "UPDATE memberships SET role = 'editor' WHERE user_id = 'usr_tomasz_zielinski'",
    )
    .await;
    assert_eq!(content(&person, EMPTY).await.as_deref(), Some("half"));
}

#[tokio::test]
async fn removing_a_user_deletes_their_draft() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("half")).await;
    app.change_database("DELETE FROM memberships WHERE user_id = 'usr_tomasz_zielinski'").await;
    problem(person.draft(EMPTY).await, ProblemCode::NotFound).await;
    app.change_database(
        "INSERT INTO memberships (account_id, user_id, role)
         VALUES ('acc_bella_vista', 'usr_tomasz_zielinski', 'editor')",
    )
    .await;
    assert_eq!(person.kept_draft(EMPTY).await, None);
}

#[tokio::test]
async fn writing_a_draft_needs_the_csrf_header() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("mine")).await;
    let path = format!("/api/v1{}", paths::draft(EMPTY));
    let put = person.request(Method::PUT, &path).json(&typed("foreign")).send().await.unwrap();
    problem(put, ProblemCode::CsrfHeaderMissing).await;
    let delete = person.request(Method::DELETE, &path).send().await.unwrap();
    problem(delete, ProblemCode::CsrfHeaderMissing).await;
    assert_eq!(content(&person, EMPTY).await.as_deref(), Some("mine"));
}
