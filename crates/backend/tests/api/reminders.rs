//! Tests reminders to complete the contact information.

use chrono::TimeDelta;
use partner_portal_contract::{Environment, ProblemCode, paths, users::RemindersSent};
use reqwest::{Method, Response, header::RETRY_AFTER};

use crate::support::{
    smtp_server::{Behaviour, SmtpServer},
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_EDITOR, EMPTY_READER,
        EMPTY_TESTER, LARGE, TestApp,
    },
    visitor::problem,
};

const SANDBOX: Environment = Environment::Sandbox;
const DAY: u64 = 24 * 60 * 60;

async fn sent_to(response: Response) -> (Vec<String>, String) {
    assert_eq!(response.status(), 200, "{}", response.text().await.unwrap());
    let sent: RemindersSent = response.json().await.unwrap();
    (sent.sent_to.into_iter().map(|editor| editor.name).collect(), sent.next_at)
}

async fn too_soon(response: Response) -> u64 {
    let seconds = response.headers()[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    problem(response, ProblemCode::ReminderAlreadySent).await;
    seconds
}

#[tokio::test]
async fn a_reader_reminds_administrators_and_editors_in_their_languages() {
    let app = TestApp::demo().await;
    app.change_database("UPDATE users SET language = 'pl' WHERE id = 'usr_tomasz_zielinski'").await;
    let noa = app.signed_in(EMPTY_READER).await;
    let (names, next_at) = sent_to(noa.remind(EMPTY, SANDBOX).await).await;
    assert_eq!(names, ["Giulia Conti", "Maya Lindqvist", "Tomasz Zieliński"]);
    assert_eq!(next_at, "2026-11-22T12:00:00Z");
    let mails = app.mails();
    let languages: Vec<_> = mails.iter().map(|mail| mail.header("Content-Language")).collect();
    assert_eq!(languages, [Some("en"), Some("en"), Some("pl")]);
    for mail in &mails {
        let text = mail.plain();
        for said in ["Noa Ben-David", "Bella Vista Bookings", "Meridian"] {
            assert!(text.contains(said), "{text}");
        }
        assert!(text.contains(&format!("/?account={EMPTY}&env=sandbox\r\n")), "{text}");
    }
    let english = mails[0].plain();
    assert!(english.contains("\r\n- Technical emergency contacts\r\n"), "{english}");
    assert!(english.contains("\r\n- Operational contact (for Meridian)\r\n"), "{english}");
    // Alert contacts are only required in Production.
    assert!(!english.contains("Alert contacts"), "{english}");
    assert!(mails[2].plain().contains("- Wsparcie operacyjne\r\n"));
}

#[tokio::test]
async fn setting_the_clock_back_extends_no_pause() {
    let app = TestApp::demo().await;
    let noa = app.signed_in(EMPTY_READER).await;
    sent_to(noa.remind(EMPTY, SANDBOX).await).await;
    app.clock.set_back(TimeDelta::days(3));
    let (names, _) = sent_to(noa.remind(EMPTY, SANDBOX).await).await;
    assert_eq!(names.len(), 3);
    assert_eq!(too_soon(noa.remind(EMPTY, SANDBOX).await).await, DAY);
}

#[tokio::test]
async fn a_reminder_names_only_the_missing_fields_of_the_environment() {
    let app = TestApp::demo().await;
    let person = app.signed_in("usr_beatriz_moreira").await;
    problem(person.remind(LARGE, SANDBOX).await, ProblemCode::AlreadyComplete).await;
    let (names, _) = sent_to(person.remind(LARGE, Environment::Production).await).await;
    // Limited to the number of editors that the completion names.
    assert!((1..=10).contains(&names.len()), "{names:?}");
    assert_eq!(app.mails().len(), names.len());
    let text = app.mails()[0].plain();
    assert!(text.contains("\r\n- Alert contacts\r\n"), "{text}");
    assert_eq!(text.matches("\r\n- ").count(), 1, "{text}");
    assert!(text.contains("env=production\r\n"), "{text}");
}

#[tokio::test]
async fn a_user_can_send_reminders_once_a_day() {
    let app = TestApp::demo().await;
    let noa = app.signed_in(EMPTY_READER).await;
    sent_to(noa.remind(EMPTY, SANDBOX).await).await;
    assert_eq!(too_soon(noa.remind(EMPTY, SANDBOX).await).await, DAY);
    app.clock.advance(TimeDelta::hours(11) + TimeDelta::milliseconds(1));
    let wait = too_soon(noa.remind(EMPTY, Environment::Production).await).await;
    assert_eq!(wait, DAY - 11 * 60 * 60);
    assert_eq!(app.mails().len(), 3);
    app.clock.advance(TimeDelta::hours(13));
    let noa = app.signed_in(EMPTY_READER).await;
    assert_eq!(sent_to(noa.remind(EMPTY, SANDBOX).await).await.0.len(), 3);
    assert_eq!(app.mails().len(), 6);
}

#[tokio::test]
async fn a_reminded_user_gets_no_reminder_from_other_users() {
    let app = TestApp::demo().await;
    let noa = app.signed_in(EMPTY_READER).await;
    sent_to(noa.remind(EMPTY, SANDBOX).await).await;
    app.clock.advance(TimeDelta::hours(1));
    let luca = app.signed_in(EMPTY_TESTER).await;
    assert_eq!(too_soon(luca.remind(EMPTY, SANDBOX).await).await, DAY - 60 * 60);
    // A new editor has not received a reminder yet.
    app.change_database(
        "UPDATE memberships SET role = 'editor' WHERE user_id = 'usr_noa_ben_david'",
    )
    .await;
    let (names, _) = sent_to(luca.remind(EMPTY, SANDBOX).await).await;
    assert_eq!(names, ["Noa Ben-David"]);
    // This counts as Luca's own reminder.
    app.clock.advance(TimeDelta::hours(23));
    let luca = app.signed_in(EMPTY_TESTER).await;
    assert_eq!(too_soon(luca.remind(EMPTY, SANDBOX).await).await, 60 * 60);
}

#[tokio::test]
async fn an_editor_reminds_the_other_editors_only() {
    let app = TestApp::demo().await;
    let tomasz = app.signed_in(EMPTY_EDITOR).await;
    let (names, _) = sent_to(tomasz.remind(EMPTY, SANDBOX).await).await;
    assert_eq!(names, ["Giulia Conti", "Maya Lindqvist"]);
}

#[tokio::test]
async fn a_sole_editor_has_no_user_to_remind() {
    let app = TestApp::demo().await;
    app.change_database(
        "UPDATE memberships SET role = 'reader'
         WHERE account_id = 'acc_bella_vista' AND user_id <> 'usr_giulia_conti'",
    )
    .await;
    let giulia = app.signed_in(EMPTY_ADMINISTRATOR).await;
    problem(giulia.remind(EMPTY, SANDBOX).await, ProblemCode::NoEditorToRemind).await;
    // An invited user who has not accepted cannot complete it either.
    app.change_database("UPDATE invitations SET role = 'editor'").await;
    problem(giulia.remind(EMPTY, SANDBOX).await, ProblemCode::NoEditorToRemind).await;
}

#[tokio::test]
async fn a_complete_account_needs_no_reminder() {
    let app = TestApp::demo().await;
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    for environment in Environment::ALL {
        problem(amara.remind(COMPLETE, environment).await, ProblemCode::AlreadyComplete).await;
    }
}

#[tokio::test]
async fn one_of_two_concurrent_requests_sends_the_reminders() {
    let app = TestApp::demo().await;
    let noa = app.signed_in(EMPTY_READER).await;
    let luca = app.signed_in(EMPTY_TESTER).await;
    for pair in [[&noa, &noa], [&noa, &luca]] {
        let before = app.mails().len();
        let (one, other) =
            tokio::join!(pair[0].remind(EMPTY, SANDBOX), pair[1].remind(EMPTY, SANDBOX));
        let mut statuses = [one.status().as_u16(), other.status().as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 429]);
        assert_eq!(app.mails().len(), before + 3);
        app.change_database("DELETE FROM reminders_asked; DELETE FROM reminders_sent").await;
    }
}

#[tokio::test]
async fn a_failed_reminder_does_not_count() {
    let app = TestApp::demo().await;
    let noa = app.signed_in(EMPTY_READER).await;
    std::fs::remove_dir(app.mail_folder()).unwrap();
    problem(noa.remind(EMPTY, SANDBOX).await, ProblemCode::Unavailable).await;
    std::fs::create_dir(app.mail_folder()).unwrap();
    assert_eq!(sent_to(noa.remind(EMPTY, SANDBOX).await).await.0.len(), 3);
}

#[tokio::test]
async fn if_some_reminders_fail_only_the_sent_ones_count() {
    let server = SmtpServer::start(Behaviour::RefusesRecipients("giulia")).await;
    let app = TestApp::start(&["--demo", "--smtp-url", &server.url()]).await;
    let noa = app.signed_in(EMPTY_READER).await;
    let (names, _) = sent_to(noa.remind(EMPTY, SANDBOX).await).await;
    assert_eq!(names, ["Maya Lindqvist", "Tomasz Zieliński"]);
    assert_eq!(too_soon(noa.remind(EMPTY, SANDBOX).await).await, DAY);
    // Giulia received no mail, so another user may try again. The server still refuses her address.
    let luca = app.signed_in(EMPTY_TESTER).await;
    problem(luca.remind(EMPTY, SANDBOX).await, ProblemCode::Unavailable).await;
    let delivered = server.handed().iter().filter(|handed| handed.data.is_some()).count();
    assert_eq!(delivered, 2);
}

#[tokio::test]
async fn users_of_other_accounts_and_foreign_pages_cannot_send_reminders() {
    let app = TestApp::demo().await;
    problem(app.visitor().remind(EMPTY, SANDBOX).await, ProblemCode::SignedOut).await;
    let amara = app.signed_in(COMPLETE_ADMINISTRATOR).await;
    problem(amara.remind(EMPTY, SANDBOX).await, ProblemCode::NotFound).await;
    let noa = app.signed_in(EMPTY_READER).await;
    let path = format!("/api/v1{}", paths::reminders(EMPTY, SANDBOX));
    let foreign = noa.request(Method::POST, &path).send().await.unwrap();
    problem(foreign, ProblemCode::CsrfHeaderMissing).await;
    let path = format!("/accounts/{EMPTY}/reminders");
    let incomplete = noa.api(Method::POST, &path).send().await.unwrap();
    problem(incomplete, ProblemCode::InvalidParameter).await;
    assert!(app.mails().is_empty());
}
