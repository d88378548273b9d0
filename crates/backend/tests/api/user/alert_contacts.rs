//! Tests removing alert contacts.

use partner_portal_contract::{
    ContactField, Environment, ProblemCode, paths, revision::RevisionPage, users::UsersPage,
};
use reqwest::Method;

use crate::support::{
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY_READER, FIRST_REVISION, IN_TWO_ACCOUNTS, TestApp,
    },
    users::user,
    visitor::{Visitor, completion, problem},
};

const FIRST: &str = COMPLETE_ADMINISTRATOR;
const SECOND: &str = "usr_oliver_hughes";
const READER: &str = "usr_siobhan_byrne";
const INVITED: &str = "inv_george_whitfield";

async fn alert_contacts(person: &Visitor) -> Vec<String> {
    person.stored(COMPLETE).await.contact_information.alert_contacts
}

#[tokio::test]
async fn the_list_marks_alert_contacts() {
    let app = TestApp::demo().await;
    let person = app.signed_in(FIRST).await;
    let page: UsersPage = person.users(COMPLETE, "").await.json().await.unwrap();
    let alerted: Vec<_> = page.users.iter().filter(|user| user.is_alert_contact).collect();
    assert_eq!(alerted.iter().map(|user| user.id.as_str()).collect::<Vec<_>>(), [FIRST, SECOND]);
    let stored = person.stored(COMPLETE).await;
    assert!(stored.alert_contact_users.iter().all(|user| user.is_alert_contact));
}

#[tokio::test]
async fn removing_an_alert_contact_saves_the_contact_information() {
    let app = TestApp::demo().await;
    let person = app.signed_in(FIRST).await;
    let before = person.stored(COMPLETE).await.contact_information;
    assert_eq!(person.remove_user(COMPLETE, SECOND, None).await.status(), 204);
    let after = person.stored(COMPLETE).await;
    assert_eq!(after.revision, FIRST_REVISION + 1);
    assert_eq!(after.updated_by.unwrap().id, FIRST);
    assert_eq!(after.contact_information.alert_contacts, [FIRST]);
    let history: RevisionPage = person.revisions(COMPLETE, "").await.json().await.unwrap();
    assert_eq!(history.revisions[0].changed_fields, [ContactField::AlertContacts]);
    let mut unchanged = after.contact_information;
    unchanged.alert_contacts.clone_from(&before.alert_contacts);
    assert_eq!(unchanged, before);
    let completion = completion(person.completion(COMPLETE, Environment::Production).await).await;
    assert!(completion.complete);
}

#[tokio::test]
async fn the_last_alert_contact_needs_a_replacement() {
    let app = TestApp::demo().await;
    let person = app.signed_in(FIRST).await;
    person.remove_user(COMPLETE, SECOND, None).await;
    app.change_database(
        "UPDATE memberships SET role = 'administrator' WHERE user_id = 'usr_maya_lindqvist'",
    )
    .await;
    let person = app.signed_in(IN_TWO_ACCOUNTS).await;
    let refused = person.remove_user(COMPLETE, FIRST, None).await;
    problem(refused, ProblemCode::UserIsLastAlertContact).await;
    for id in ["usr_missing", "", FIRST, INVITED, EMPTY_READER, SECOND] {
        let refused = person.remove_user(COMPLETE, FIRST, Some(id)).await;
        problem(refused, ProblemCode::ReplacementNotPossible).await;
    }
    assert_eq!(alert_contacts(&person).await, [FIRST]);
    assert_eq!(person.remove_user(COMPLETE, FIRST, Some(READER)).await.status(), 204);
    assert_eq!(alert_contacts(&person).await, [READER]);
    assert!(user(&person, COMPLETE, READER).await.unwrap().is_alert_contact);
    let completion = completion(person.completion(COMPLETE, Environment::Production).await).await;
    assert!(completion.complete);
}

#[tokio::test]
async fn a_replacement_takes_the_place_of_the_alert_contact() {
    for (replacement, left) in [(READER, vec![READER, FIRST]), (FIRST, vec![FIRST])] {
        let app = TestApp::demo().await;
        app.change_database(
            "UPDATE contact_information_revisions
             SET document = json_set(document, '$.alert_contacts',
                                     json('[\"usr_oliver_hughes\", \"usr_amara_okafor\"]'))
             WHERE account_id = 'acc_northgate'",
        )
        .await;
        let person = app.signed_in(FIRST).await;
        let removed = person.remove_user(COMPLETE, SECOND, Some(replacement)).await;
        assert_eq!(removed.status(), 204);
        assert_eq!(alert_contacts(&person).await, left);
    }
}

#[tokio::test]
async fn a_user_who_left_does_not_count_as_an_alert_contact() {
    let app = TestApp::demo().await;
    app.change_database(
        "UPDATE contact_information_revisions
         SET document = json_set(document, '$.alert_contacts',
                                 json('[\"usr_gone\", \"usr_oliver_hughes\"]'))
         WHERE account_id = 'acc_northgate'",
    )
    .await;
    let person = app.signed_in(FIRST).await;
    let refused = person.remove_user(COMPLETE, SECOND, None).await;
    problem(refused, ProblemCode::UserIsLastAlertContact).await;
}

#[tokio::test]
async fn removing_another_user_keeps_the_contact_information() {
    let app = TestApp::demo().await;
    let person = app.signed_in(FIRST).await;
    assert_eq!(person.remove_user(COMPLETE, READER, Some(SECOND)).await.status(), 204);
    assert_eq!(person.stored(COMPLETE).await.revision, FIRST_REVISION);
}

#[tokio::test]
async fn a_repeated_parameter_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(FIRST).await;
    let path = paths::user(COMPLETE, READER) + "?replacement_user_id=a&replacement_user_id=b";
    let response = person.api(Method::DELETE, &path).send().await.unwrap();
    problem(response, ProblemCode::InvalidParameter).await;
}
