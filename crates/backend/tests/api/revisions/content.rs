//! Tests the history: users, times and differences of the saves.

use chrono::TimeDelta;
use partner_portal_contract::{
    ContactField, ContactInformationInput, Environment, revision::RevisionPage,
};

use crate::support::{
    fixtures::{production_input, sandbox_input},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_READER,
        FIRST_TAG, LARGE, LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::Visitor,
};

const SANDBOX: Environment = Environment::Sandbox;

async fn history(person: &Visitor, account: &str) -> RevisionPage {
    let response = person.revisions(account, "").await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["cache-control"], "no-store");
    response.json().await.unwrap()
}

#[tokio::test]
async fn before_the_first_save_there_is_no_history() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let response = person.revisions(EMPTY, "").await;
    let expected = serde_json::json!({"revisions": [], "users": [], "next_page_token": null});
    assert_eq!(response.json::<serde_json::Value>().await.unwrap(), expected);
}

#[tokio::test]
async fn every_revision_has_its_user_time_and_changes() {
    let app = TestApp::demo().await;
    let editor = app.signed_in(EMPTY_EDITOR).await;
    editor.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    app.clock.advance(TimeDelta::days(1));
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let mut second = production_input();
    second.operational_shared = "new@bellavista.example.com".to_owned();
    administrator.save(EMPTY, Environment::Production, "\"rev-1\"", &second).await;

    let page = history(&app.signed_in(EMPTY_READER).await, EMPTY).await;
    let [newest, oldest] = &page.revisions[..] else { panic!("two saves") };
    assert_eq!((newest.revision, oldest.revision), (2, 1));
    assert_eq!(newest.saved_by.name, "Giulia Conti");
    assert_eq!(newest.saved_by.id, EMPTY_ADMINISTRATOR);
    assert_eq!(newest.saved_at, "2026-11-22T12:00:00Z");
    assert_eq!(
        newest.changed_fields,
        [ContactField::AlertContacts, ContactField::OperationalShared]
    );
    assert_eq!((&newest.before, &newest.after), (&sandbox_input(), &second));
    assert_eq!(oldest.saved_by.id, EMPTY_EDITOR);
    assert_eq!(oldest.saved_at, "2026-11-21T12:00:00Z");
    assert_eq!(oldest.changed_fields, ContactField::ALL[1..]);
    let blank = ContactInformationInput::default();
    assert_eq!((&oldest.before, &oldest.after), (&blank, &sandbox_input()));
    assert_eq!(page.next_page_token, None);
}

#[tokio::test]
async fn the_history_shows_the_stored_canonical_values() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let mut input = sandbox_input();
    input.technical_emergency = vec!["  oncall@BELLAVISTA.example.com ".to_owned()];
    person.save(EMPTY, SANDBOX, "\"rev-0\"", &input).await;
    person.save(EMPTY, SANDBOX, "\"rev-1\"", &sandbox_input()).await;
    let page = history(&person, EMPTY).await;
    assert_eq!(page.revisions[1].after, sandbox_input());
    assert_eq!(page.revisions[0].changed_fields, []);
}

#[tokio::test]
async fn a_save_without_changes_is_a_revision_without_changed_fields() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    person.save(EMPTY, SANDBOX, "\"rev-1\"", &sandbox_input()).await;
    let page = history(&person, EMPTY).await;
    assert_eq!(page.revisions.len(), 2);
    assert_eq!(page.revisions[0].changed_fields, []);
    assert_eq!(page.revisions[0].before, page.revisions[0].after);
}

#[tokio::test]
async fn refused_saves_and_retries_create_no_revisions() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for _ in 0..3 {
        let save = person.save_request(EMPTY, SANDBOX, "\"rev-0\"");
        let save = save.header("idempotency-key", "key-1").json(&sandbox_input());
        assert_eq!(save.send().await.unwrap().status(), 200);
    }
    let stale = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(stale.status(), 412);
    let blank = ContactInformationInput::default();
    assert_eq!(person.save(EMPTY, SANDBOX, "\"rev-1\"", &blank).await.status(), 422);
    assert_eq!(history(&person, EMPTY).await.revisions.len(), 1);
}

#[tokio::test]
async fn the_history_includes_the_users_behind_the_alert_contacts() {
    let app = TestApp::demo().await;
    let person = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let names =
        |page: &RevisionPage| page.users.iter().map(|user| user.name.clone()).collect::<Vec<_>>();
    let mut replaced = person.stored(COMPLETE).await.contact_information;
    replaced.alert_contacts = vec!["usr_siobhan_byrne".to_owned()];
    person.save(COMPLETE, Environment::Production, FIRST_TAG, &replaced).await;
    let response = person.revisions(COMPLETE, "page_size=1").await;
    let page: RevisionPage = response.json().await.unwrap();
    assert_eq!(page.revisions.len(), 1);
    assert_eq!(names(&page), ["Amara Okafor", "Oliver Hughes", "Siobhán Byrne"]);
    // A removed user is left out. Their id remains in the documents.
    app.change_database("DELETE FROM memberships WHERE user_id = 'usr_oliver_hughes'").await;
    let page = history(&person, COMPLETE).await;
    assert_eq!(names(&page), ["Amara Okafor", "Siobhán Byrne"]);
    assert!(page.revisions[0].before.alert_contacts.contains(&"usr_oliver_hughes".to_owned()));
    // A removed user is still named as the author of a save.
    assert_eq!(page.revisions.last().unwrap().saved_by.name, "Oliver Hughes");
}

#[tokio::test]
async fn complete_demo_accounts_have_a_history_by_different_users() {
    let app = TestApp::demo().await;
    for (account, user, last) in [
        (COMPLETE, COMPLETE_ADMINISTRATOR, &[ContactField::AlertContacts][..]),
        (LARGE, LARGE_ADMINISTRATOR, &[]),
    ] {
        let person = app.signed_in(user).await;
        let page = history(&person, account).await;
        let stored = person.stored(account).await;
        let [newest, middle, oldest] = &page.revisions[..] else { panic!("three saves") };
        assert_eq!(newest.after, stored.contact_information);
        assert_eq!(Some(&newest.saved_at), stored.updated_at.as_ref());
        let platform = [ContactField::OperationalPlatform];
        assert_eq!(newest.changed_fields, [last, &platform].concat());
        let began = [ContactField::TechnicalEmergency, ContactField::OperationalSupport];
        assert_eq!(middle.changed_fields, began);
        assert_eq!((&newest.before, &middle.before), (&middle.after, &oldest.after));
        let people = [&newest.saved_by.id, &middle.saved_by.id, &oldest.saved_by.id];
        assert_eq!(std::collections::BTreeSet::from(people).len(), 3);
    }
}

#[tokio::test]
async fn a_revision_of_another_version_does_not_fail_the_page() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    app.change_database(
        "INSERT INTO contact_information_revisions
            (account_id, revision, document, changed_fields, saved_by, saved_at)
         VALUES
            ('acc_bella_vista', 1, '[]', '{}', 'usr_giulia_conti', 1),
            ('acc_bella_vista', 2,
             '{\"technical_emergency\": [\"oncall@example.com\"], \"pager\": {\"number\": 7},
               \"operational_shared\": [\"one@example.com\"],
               \"operational_support\": [{\"time_zone\": \"Europe/Rome\", \"label\": \"late\",
                                          \"hours\": [{\"days\": [\"holiday\"]}]}]}',
             '[\"pager\", \"technical_emergency\", \"fax\"]', 'usr_giulia_conti', 2)",
    )
    .await;
    let page = history(&person, EMPTY).await;
    let [newer, older] = &page.revisions[..] else { panic!("two saves") };
    assert_eq!(newer.after.technical_emergency, ["oncall@example.com"]);
    assert_eq!(newer.after.operational_shared, "");
    assert_eq!(newer.after.operational_support[0].time_zone, "Europe/Rome");
    assert_eq!(newer.changed_fields, [ContactField::TechnicalEmergency, ContactField::Unknown]);
    assert_eq!(older.after, ContactInformationInput::default());
    assert_eq!(older.changed_fields, []);
}
