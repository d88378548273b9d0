//! Tests the limits for sign-in attempts and invitations.

use chrono::TimeDelta;
use partner_portal_contract::{ProblemCode, paths, session::DemoSignIn, users::Role};
use reqwest::{Method, Response, header::RETRY_AFTER};

use crate::support::{
    fixtures::{named, newcomer},
    test_app::{COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, TestApp},
    users::invited,
    visitor::{Visitor, problem},
};

const THREE: [&str; 3] = ["--demo", "--sign-ins-per-minute", "3"];
const FORWARDED: &str = "x-forwarded-for";

async fn wait(response: Response) -> u64 {
    let seconds = response.headers()[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    problem(response, ProblemCode::RateLimited).await;
    seconds
}

async fn sign_in_through_proxy(visitor: &Visitor, forwarded_for: &str) -> Response {
    let body = DemoSignIn { user_id: EMPTY_ADMINISTRATOR.to_owned() };
    let request = visitor.api(Method::POST, paths::DEMO_SESSION).header(FORWARDED, forwarded_for);
    request.json(&body).send().await.unwrap()
}

#[tokio::test]
async fn after_too_many_attempts_a_client_waits_until_the_minute_is_over() {
    let app = TestApp::start(&THREE).await;
    // Failed attempts count like successful ones, because the limit slows down guessing.
    assert_eq!(app.visitor().sign_in("usr_nobody").await.status(), 404);
    app.clock.advance(TimeDelta::seconds(20));
    assert_eq!(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await.status(), 204);
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert_eq!(wait(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await).await, 40);
    app.clock.advance(TimeDelta::milliseconds(39_500));
    // A refused attempt does not extend the wait.
    assert_eq!(wait(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await).await, 1);
    // Signed-in users are not affected.
    assert_eq!(person.session().await.status(), 200);
    app.clock.advance(TimeDelta::milliseconds(500));
    assert_eq!(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await.status(), 204);
}

#[tokio::test]
async fn setting_the_clock_back_extends_no_wait() {
    let app = TestApp::start(&THREE).await;
    for _ in 0..3 {
        app.signed_in(EMPTY_ADMINISTRATOR).await;
    }
    app.clock.set_back(TimeDelta::days(1));
    for _ in 0..3 {
        app.signed_in(EMPTY_ADMINISTRATOR).await;
    }
    assert_eq!(wait(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await).await, 60);
}

#[tokio::test]
async fn concurrent_attempts_do_not_exceed_the_limit() {
    let app = TestApp::start(&THREE).await;
    let visitor = app.visitor();
    let attempts = (0..12).map(|_| visitor.sign_in(EMPTY_ADMINISTRATOR));
    let answers = futures_util::future::join_all(attempts).await;
    let statuses = |wanted| answers.iter().filter(|answer| answer.status() == wanted).count();
    assert_eq!((statuses(204), statuses(429)), (3, 9));
}

#[tokio::test]
async fn without_a_proxy_the_forwarded_address_is_ignored() {
    let app = TestApp::start(&THREE).await;
    let visitor = app.visitor();
    for last in 1..=3 {
        let address = format!("192.0.2.{last}");
        assert_eq!(sign_in_through_proxy(&visitor, &address).await.status(), 204);
    }
    wait(sign_in_through_proxy(&visitor, "192.0.2.4").await).await;
}

#[tokio::test]
async fn behind_a_proxy_each_client_has_its_own_limit() {
    let flags = [&THREE[..], &["--client-address-header", FORWARDED]].concat();
    let app = TestApp::start(&flags).await;
    let visitor = app.visitor();
    for _ in 0..3 {
        assert_eq!(sign_in_through_proxy(&visitor, "192.0.2.1").await.status(), 204);
    }
    // Entries before the proxy's own can be forged, and are ignored.
    wait(sign_in_through_proxy(&visitor, "198.51.100.7, 192.0.2.1").await).await;
    assert_eq!(sign_in_through_proxy(&visitor, "192.0.2.2").await.status(), 204);
}

#[tokio::test]
async fn counts_survive_a_restart_and_ended_periods_are_deleted() {
    let app = TestApp::start(&["--demo", "--sign-ins-per-minute", "1"]).await;
    assert_eq!(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await.status(), 204);
    assert_eq!(app.number("SELECT count(*) FROM rate_limits").await, 1);
    let app = app.restart_with(&["--demo", "--sign-ins-per-minute", "1"]).await;
    wait(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await).await;
    app.clock.advance(TimeDelta::minutes(1));
    let elsewhere = "UPDATE rate_limits SET counted_for = x'00'";
    app.change_database(elsewhere).await;
    assert_eq!(app.visitor().sign_in(EMPTY_ADMINISTRATOR).await.status(), 204);
    assert_eq!(app.number("SELECT count(*) FROM rate_limits").await, 1);
}

#[tokio::test]
async fn the_invitations_of_an_account_are_limited_per_hour() {
    let app = TestApp::start(&["--demo", "--invitations-per-hour", "2"]).await;
    let administrator = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let ada = named("Ada", "ada@example.com", Role::Reader);
    let ada = invited(administrator.add_user(EMPTY, &ada).await).await.user;
    app.clock.advance(TimeDelta::minutes(20));
    // Sending an invitation again sends a mail too.
    invited(administrator.invite_again(EMPTY, &ada.id).await).await;
    let bob = named("Bob", "bob@example.com", Role::Reader);
    assert_eq!(wait(administrator.add_user(EMPTY, &bob).await).await, 40 * 60);
    assert_eq!(wait(administrator.invite_again(EMPTY, &ada.id).await).await, 40 * 60);
    assert_eq!(app.mails().len(), 2);
    // Another account has its own count.
    let other = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    invited(other.add_user(COMPLETE, &bob).await).await;
    app.clock.advance(TimeDelta::minutes(40));
    invited(administrator.add_user(EMPTY, &bob).await).await;
}

#[tokio::test]
async fn an_account_can_invite_an_address_five_times_a_day() {
    let app = TestApp::demo().await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let first = invited(giulia.add_user(EMPTY, &newcomer(Role::Reader)).await).await.user;
    // A request that is refused for another reason sends no mail and does not count.
    for _ in 0..5 {
        let taken = giulia.add_user(EMPTY, &newcomer(Role::Reader)).await;
        problem(taken, ProblemCode::EmailTaken).await;
    }
    for _ in 0..4 {
        assert!(invited(giulia.invite_again(EMPTY, &first.id).await).await.mail_sent);
    }
    app.clock.advance(TimeDelta::hours(1));
    let refused = giulia.invite_again(EMPTY, &first.id).await;
    assert_eq!(refused.headers()["retry-after"], (23 * 60 * 60).to_string().as_str());
    problem(refused, ProblemCode::RecipientRateLimited).await;
    assert_eq!(app.mails().len(), 5);
    invited(giulia.add_user(EMPTY, &named("Bob", "bob@example.com", Role::Reader)).await).await;
    app.clock.advance(TimeDelta::hours(23));
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    assert!(invited(giulia.invite_again(EMPTY, &first.id).await).await.mail_sent);
}

#[tokio::test]
async fn the_mail_limit_neither_refuses_an_invitation_nor_reveals_other_accounts() {
    let app = TestApp::demo().await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    let first = invited(giulia.add_user(EMPTY, &newcomer(Role::Reader)).await).await.user;
    for _ in 0..4 {
        invited(giulia.invite_again(EMPTY, &first.id).await).await;
    }
    let shouted = named("Ada", "ADA.Newcomer@EXAMPLE.com", Role::Reader);
    let second = invited(amara.add_user(COMPLETE, &shouted).await).await;
    assert!(!second.mail_sent);
    // It behaves like a mail that cannot be handed over: the invitation exists and does not count.
    for _ in 0..6 {
        let again = invited(amara.invite_again(COMPLETE, &second.user.id).await).await;
        assert_eq!((again.mail_sent, &again.sign_in_url), (false, &second.sign_in_url));
    }
    assert_eq!(app.mails().len(), 5);
    let ada = app.joined(&second.user.id).await;
    assert_eq!(ada.account(COMPLETE).await.status(), 200);
    let third = invited(amara.add_user(COMPLETE, &named("B", "b@example.com", Role::Reader)).await);
    assert!(third.await.mail_sent);
}

#[tokio::test]
async fn an_invitation_that_could_not_be_mailed_does_not_count_for_its_recipient() {
    let app = TestApp::start(&["--demo", "--smtp-url", "smtp://127.0.0.1:9"]).await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let added = invited(giulia.add_user(EMPTY, &newcomer(Role::Reader)).await).await;
    for _ in 0..6 {
        assert!(!invited(giulia.invite_again(EMPTY, &added.user.id).await).await.mail_sent);
    }
}
