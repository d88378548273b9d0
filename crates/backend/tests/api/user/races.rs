//! Tests concurrent changes of access, and changes whose client disconnects.

use std::{collections::BTreeSet, time::Duration};

use chrono::TimeDelta;
use partner_portal_contract::{
    Environment, ProblemCode, paths,
    session::Session,
    users::{Role, UsersPage},
};
use reqwest::{Method, header::SET_COOKIE};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{
    fixtures::{named, newcomer, role},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_INVITED,
        EMPTY_READER, IN_TWO_ACCOUNTS, TestApp,
    },
    users::{invited, user},
    visitor::{Visitor, etag, problem},
};

async fn administrators(person: &Visitor, account: &str) -> u64 {
    let page = person.users(account, "role=administrator").await;
    page.json::<UsersPage>().await.unwrap().total_size
}

#[tokio::test]
async fn when_two_administrators_remove_each_other_one_stays() {
    let app = TestApp::demo().await;
    let mut giulia = EMPTY_ADMINISTRATOR.to_owned();
    for round in 0..25 {
        let one = app.signed_in(&giulia).await;
        let other = app.signed_in(IN_TWO_ACCOUNTS).await;
        let (by_one, by_other) = tokio::join!(
            one.remove_user(EMPTY, IN_TWO_ACCOUNTS, None),
            other.remove_user(EMPTY, &giulia, None)
        );
        let statuses = BTreeSet::from([by_one.status().as_u16(), by_other.status().as_u16()]);
        assert!(statuses.contains(&204) && statuses.len() == 2, "round {round}: {statuses:?}");
        let (winner, email) = if by_one.status() == 204 {
            (one, "maya.lindqvist@example.com")
        } else {
            (other, "giulia.conti@example.com")
        };
        assert_eq!(administrators(&winner, EMPTY).await, 1, "round {round}");
        let input = named("Giulia Conti", email, Role::Administrator);
        let back = invited(winner.add_user(EMPTY, &input).await).await.user;
        let back: Session = app.joined(&back.id).await.session().await.json().await.unwrap();
        if back.user.id != IN_TWO_ACCOUNTS {
            giulia = back.user.id;
        }
        // Invitations to one address are limited per day.
        app.clock.advance(TimeDelta::days(1));
    }
}

#[tokio::test]
async fn when_two_administrators_demote_each_other_one_stays() {
    let app = TestApp::demo().await;
    let one = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let other = app.signed_in(IN_TWO_ACCOUNTS).await;
    for round in 0..25 {
        let demotion = role(Role::Reader);
        let (by_one, by_other) = tokio::join!(
            one.change_user(EMPTY, IN_TWO_ACCOUNTS, &demotion),
            other.change_user(EMPTY, EMPTY_ADMINISTRATOR, &demotion)
        );
        let (winner, demoted) = match (by_one.status().as_u16(), by_other.status().as_u16()) {
            (200, 403) => (&one, IN_TWO_ACCOUNTS),
            (403, 200) => (&other, EMPTY_ADMINISTRATOR),
            statuses => panic!("round {round}: {statuses:?}"),
        };
        assert_eq!(administrators(winner, EMPTY).await, 1);
        let restored = winner.change_user(EMPTY, demoted, &role(Role::Administrator)).await;
        assert_eq!(restored.status(), 200);
    }
}

#[tokio::test]
async fn one_of_two_concurrent_removals_of_alert_contacts_is_refused() {
    for _ in 0..5 {
        let app = TestApp::demo().await;
        app.change_database(
            "UPDATE memberships SET role = 'administrator' WHERE user_id = 'usr_maya_lindqvist'",
        )
        .await;
        let person = app.signed_in(IN_TWO_ACCOUNTS).await;
        let (first, second) = tokio::join!(
            person.remove_user(COMPLETE, COMPLETE_ADMINISTRATOR, None),
            person.remove_user(COMPLETE, "usr_oliver_hughes", None)
        );
        let statuses = BTreeSet::from([first.status().as_u16(), second.status().as_u16()]);
        assert_eq!(statuses, BTreeSet::from([204, 409]));
        assert_eq!(person.stored(COMPLETE).await.alert_contact_users.len(), 1);
    }
}

#[tokio::test]
async fn a_user_who_loses_the_role_while_a_change_waits_changes_nothing() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let before: UsersPage = person.users(EMPTY, "").await.json().await.unwrap();
    let requests: [(Method, String, Option<Value>); 4] = [
        (
            Method::POST,
            paths::USERS.replace("{account}", EMPTY),
            Some(json!(newcomer(Role::Reader))),
        ),
        (Method::PATCH, paths::user(EMPTY, EMPTY_READER), Some(json!(role(Role::Editor)))),
        (Method::DELETE, paths::user(EMPTY, EMPTY_READER), None),
        (Method::POST, paths::user_invitation(EMPTY, EMPTY_INVITED), None),
    ];
    for (lost, code) in [
        ("role = 'reader'", ProblemCode::NotPermitted),
        ("account_id = 'acc_northgate'", ProblemCode::NotFound),
    ] {
        for (method, path, body) in &requests {
            let mut other = app.database().await;
            sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
            let request = person.api(method.clone(), path);
            let request = match body {
                Some(body) => request.json(body),
                None => request,
            };
            let answer = tokio::spawn(request.send());
            // This response shows that the server accepted the first request before the role
            // changes.
            assert_eq!(person.account(EMPTY).await.status(), 200);
            let lose =
                format!("UPDATE memberships SET {lost} WHERE user_id = 'usr_giulia_conti'; COMMIT");
            sqlx::raw_sql(sqlx::AssertSqlSafe(lose)).execute(&mut other).await.unwrap();
            problem(answer.await.unwrap().unwrap(), code).await;
            let restore = "UPDATE memberships SET role = 'administrator',
                account_id = 'acc_bella_vista' WHERE user_id = 'usr_giulia_conti'";
            sqlx::raw_sql(restore).execute(&mut other).await.unwrap();
        }
    }
    assert_eq!(person.users(EMPTY, "").await.json::<UsersPage>().await.unwrap(), before);
    assert!(app.mails().is_empty());
}

#[tokio::test]
async fn a_change_and_its_notification_complete_after_the_client_disconnects() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let reader = app.signed_in(EMPTY_READER).await;
    let sandbox = Environment::Sandbox;
    let known = etag(reader.completion(EMPTY, sandbox).await.headers());
    let mut other = app.database().await;
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let leaving = person.api(Method::DELETE, &paths::user(EMPTY, EMPTY_READER)).send();
    // The change waits for the lock of another connection, while the client gives up.
    let gone = tokio::time::timeout(Duration::from_secs(1), leaving).await;
    assert!(gone.is_err());
    let release = async {
        assert_eq!(person.account(EMPTY).await.status(), 200);
        sqlx::raw_sql("COMMIT").execute(&mut other).await.unwrap();
    };
    let wait = reader.wait_for_completion(EMPTY, sandbox, &known, 25);
    let (answer, ()) = tokio::join!(wait, release);
    problem(answer, ProblemCode::SignedOut).await;
    assert_eq!(user(&person, EMPTY, EMPTY_READER).await, None);
}

#[tokio::test]
async fn a_user_who_loses_the_role_while_a_save_arrives_saves_nothing() {
    let app = TestApp::demo().await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let signed_in = app.visitor().sign_in(EMPTY_EDITOR).await;
    let cookie = signed_in.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap();
    let path = format!("/api/v1{}", paths::contact_information(EMPTY));
    let body = "{}";
    let head = format!(
        "PUT {path}?environment=sandbox HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\n\
         {CSRF_HEADER}: 1\r\nif-match: \"rev-0\"\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n",
        host = app.host(),
        CSRF_HEADER = paths::CSRF_HEADER,
        length = body.len(),
    );
    let mut connection = TcpStream::connect(app.host()).await.unwrap();
    connection.write_all(head.as_bytes()).await.unwrap();
    // The server asks for the body after it has checked that the user may edit.
    let mut asked = [0; 25];
    connection.read_exact(&mut asked).await.unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    let demoted = giulia.change_user(EMPTY, EMPTY_EDITOR, &role(Role::Reader)).await;
    assert_eq!(demoted.status(), 200);
    connection.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    assert!(answer.contains("not_permitted"), "{answer}");
}
