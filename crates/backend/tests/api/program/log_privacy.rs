//! Tests that the log contains no personal data at any level.

use std::{
    cell::RefCell,
    io::{self, Write},
    sync::Once,
};

use partner_portal_contract::{Environment, ProblemCode, paths};
use reqwest::{Method, StatusCode, header::SET_COOKIE};
use tracing_subscriber::{Layer, filter::dynamic_filter_fn, fmt, layer::SubscriberExt, registry};

use crate::support::{
    fixtures::{sandbox_input, typed},
    smtp_server::{Behaviour, SmtpServer},
    test_app::{EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, TestApp},
    visitor::{etag, problem},
};

thread_local! {
    /// The log of this thread, after [`capture`] was called.
    static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

struct ThisThread;

impl Write for ThisThread {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.as_mut().map_or(Ok(line.len()), |log| log.write(line)))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Captures everything that the server logs on this thread, at every level. The test's own client
/// is excluded. The subscriber is process-wide, because one for a single thread would miss call
/// sites that other tests' threads have registered before.
fn capture() {
    static INSTALLED: Once = Once::new();
    LOG.set(Some(Vec::new()));
    INSTALLED.call_once(|| {
        let servers = dynamic_filter_fn(|event, _| {
            let of_client = |client: &&str| event.target().starts_with(client);
            LOG.with_borrow(Option::is_some) && !["hyper", "reqwest"].iter().any(of_client)
        });
        let layer = fmt::layer().with_ansi(false).with_writer(|| ThisThread);
        tracing::subscriber::set_global_default(registry().with(layer.with_filter(servers)))
            .unwrap();
    });
}

#[tokio::test]
async fn the_log_of_a_whole_scenario_contains_no_personal_data() {
    capture();
    let server = SmtpServer::start(Behaviour::RefusesRecipients("giulia")).await;
    let url = format!("smtp://mail-user:s3cret@{}", server.address);
    let app = TestApp::start(&["--demo", "--smtp-url", &url]).await;

    // Signing in, successfully and unsuccessfully.
    let giulia = app.visitor();
    let answer = giulia.sign_in(EMPTY_ADMINISTRATOR).await;
    let cookie = answer.headers()[SET_COOKIE].to_str().unwrap().to_owned();
    let token = cookie.split(['=', ';']).nth(1).unwrap();
    problem(app.visitor().sign_in("usr_eve_unknown").await, ProblemCode::NotFound).await;

    // Searching users, adding one, and requesting an unknown one.
    assert_eq!(giulia.users(EMPTY, "query=Tomasz").await.status(), StatusCode::OK);
    let new = serde_json::json!({
        "name": "Zofia Łuczak", "email": "zofia.luczak@new.example", "role": "reader",
    });
    let users = format!("/accounts/{EMPTY}/users");
    let added = giulia.api(Method::POST, &users).json(&new).send().await.unwrap();
    assert!(added.status().is_success(), "{}", added.text().await.unwrap());
    let again = giulia.api(Method::POST, &users).json(&new).send().await.unwrap();
    problem(again, ProblemCode::EmailTaken).await;
    let stranger = giulia.api(Method::DELETE, &paths::user(EMPTY, "usr_eve_unknown"));
    problem(stranger.send().await.unwrap(), ProblemCode::NotFound).await;

    // A draft, a save, and a refused save.
    giulia.keep_draft(EMPTY, &typed("half-typed@draft.example")).await;
    let mut input = sandbox_input();
    input.technical_emergency = vec!["oncall-secret@typed.example".to_owned()];
    let tag = etag(giulia.contact_information(EMPTY).await.headers());
    let noa = app.signed_in(EMPTY_READER).await;

    // A reminder. The mail server refuses one of three recipients and repeats the address.
    assert_eq!(noa.remind(EMPTY, Environment::Sandbox).await.status(), StatusCode::OK);
    let refused = noa.remind(EMPTY, Environment::Sandbox).await;
    problem(refused, ProblemCode::ReminderAlreadySent).await;
    let saved = giulia.save(EMPTY, Environment::Sandbox, &tag, &input).await;
    assert_eq!(saved.status(), StatusCode::OK, "{}", saved.text().await.unwrap());
    input.technical_emergency = vec!["not-an-address-of-mine".to_owned()];
    giulia.save(EMPTY, Environment::Sandbox, "\"rev-1\"", &input).await;

    // An unknown path, and invalid JSON.
    giulia.get("/nowhere/zofia?name=Zofia").await;
    giulia.get("/api/v1/accounts/acc_of_zofia/completion?environment=Zofia").await;
    let broken = giulia.api(Method::POST, &users).header("content-type", "application/json");
    problem(broken.body("{\"name\": Zofia").send().await.unwrap(), ProblemCode::MalformedJson)
        .await;
    giulia.sign_out().await;
    app.stop().await;

    let text = String::from_utf8(LOG.take().unwrap()).unwrap();
    for expected in [
        "answered",
        "route=\"/api/v1/accounts/{account}/reminders\"",
        "status=429",
        "mail handed over",
        "mail not handed over",
        "code 550",
    ] {
        assert!(text.contains(expected), "{expected} is not in:\n{text}");
    }
    let lower = text.to_lowercase();
    for personal in [
        "usr_",
        "acc_",
        "giulia",
        "conti",
        "noa",
        "ben-david",
        "tomasz",
        "zieli",
        "maya",
        "zofia",
        "luczak",
        "łuczak",
        "bella",
        "eve_unknown",
        "@",
        "example",
        "oncall",
        "half-typed",
        "not-an-address",
        "s3cret",
        "mail-user",
        "environment=",
        "query=",
        "?",
        token,
    ] {
        let line = lower.lines().find(|line| line.contains(personal));
        assert_eq!(line, None, "{personal} is in the log");
    }
}
