//! Tests starting, logging and stopping.

use std::time::{Duration, Instant};

use partner_portal_contract::{Environment, paths};
use reqwest::Method;
use tempfile::TempDir;

use crate::support::{
    fixtures::{sandbox_input, typed},
    program::{Program, run},
    test_app::{EMPTY, EMPTY_EDITOR},
    visitor::etag,
};

const DEMO: [&str; 3] = ["--listen", "127.0.0.1:0", "--demo"];

fn refused(flags: &[&str], environment: &[(&str, &str)]) -> String {
    let folder = TempDir::new().unwrap();
    let output = run(folder.path(), flags, environment);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(output.stdout.is_empty());
    text
}

#[test]
fn an_invalid_setting_stops_the_start_and_is_named() {
    for (setting, flags) in [
        ("--listen", &["--listen", "nowhere"][..]),
        ("--listen", &["--listen", "192.0.2.1:1"]),
        ("--database-url", &["--database-url", "postgres://host/db"]),
        ("--database-url", &["--listen", ":0", "--database-url", "sqlite:///dev/null/x.db"]),
        ("--database-url", &["--database-url", "sqlite://~/portal.db"]),
        ("--database-url", &["--database-url", "sqlite://portal.db?mode=ro"]),
        ("--database-url", &["--database-url", "sqlite://portal.db "]),
        ("--max-connections", &["--max-connections", "0"]),
        ("--public-url", &["--listen", ":0", "--smtp-url", "smtp://mail.example.com"]),
        ("--public-url", &["--public-url", "portal.example.com"]),
        ("--public-url", &["--public-url", "https://portal.example.com/?account=a"]),
        ("--nonsense", &["--nonsense"]),
    ] {
        let text = refused(flags, &[]);
        assert!(text.contains(setting), "{text}");
    }
    let text = refused(&["--listen", ":0"], &[("PORTAL_DEMO", "perhaps")]);
    assert!(text.contains("--demo"), "{text}");
    let text = refused(&[], &[("PORTAL_LISTEN", "nowhere")]);
    assert!(text.contains("--listen"), "{text}");
}

#[test]
fn the_help_states_that_faults_are_for_tests_only() {
    let folder = TempDir::new().unwrap();
    let help = String::from_utf8(run(folder.path(), &["--help"], &[]).stdout).unwrap();
    for name in ["PORTAL_LISTEN", "PORTAL_DATABASE_URL", "PORTAL_STATIC_DIR", "PORTAL_DEMO"] {
        assert!(help.contains(name), "{name}");
    }
    let (_, faults) = help.split_once("--test-faults").unwrap();
    assert!(faults.contains("For tests only"));
    assert!(!faults.contains("[env:"));
}

#[tokio::test]
async fn the_program_prints_its_address_and_creates_its_database() {
    let folder = TempDir::new().unwrap();
    let program = Program::start(folder.path(), &DEMO);
    assert!(program.first_line.starts_with("listening on http://127.0.0.1:"));
    assert!(folder.path().join("var/portal.db").is_file());
    assert_eq!(program.visitor().get("/readyz").await.status(), 200);
    program.has_logged(1, &["--static-dir", "only the API is served"]).await;
}

#[tokio::test]
async fn the_program_warns_if_signing_in_is_impossible() {
    let folder = TempDir::new().unwrap();
    let program = Program::start(folder.path(), &["--listen", ":0"]);
    program.has_logged(1, &["signing in is impossible"]).await;
    assert_eq!(program.visitor().session().await.status(), 401);
}

#[tokio::test]
async fn an_unread_log_does_not_stop_the_server() {
    let folder = TempDir::new().unwrap();
    let flags = [&DEMO[..], &["--log-level=debug"]].concat();
    let mut program = Program::with_unread_log(folder.path(), &flags);
    let visitor = program.visitor();
    // Each request logs two lines. Together they are far more than the 64 KiB of a pipe.
    for _ in 0..1000 {
        assert_eq!(visitor.get("/healthz").await.status(), 200);
    }
    let began = Instant::now();
    assert!(program.signal("TERM").success());
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn no_personal_data_are_logged() {
    let folder = TempDir::new().unwrap();
    let mut program = Program::start(folder.path(), &DEMO);
    let person = program.visitor();
    let cookie = person.sign_in(EMPTY_EDITOR).await.headers()["set-cookie"].clone();
    person.session().await;
    person.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    let mut wrong = sandbox_input();
    wrong.operational_shared = "wrong.bellavista@example".to_owned();
    person.save(EMPTY, Environment::Sandbox, "\"rev-1\"", &wrong).await;
    person.keep_draft(EMPTY, &typed("half.bellavista@example.com")).await;
    person.draft(EMPTY).await;
    let broken = person.api(Method::PUT, &paths::draft(EMPTY));
    let broken = broken.header("content-type", "application/json");
    broken.body("{\"content\": \"bellavista@example.com\"}").send().await.unwrap();
    person.revisions(EMPTY, "page_token=secret").await;
    person.users(EMPTY, "query=giulia.conti@example.com&page_token=secret").await;
    person.get("/portal/giulia.conti@example.com").await;
    let path = paths::account("giulia.conti@example.com");
    person.api(Method::GET, &path).header("x-request-id", "giulia@conti").send().await.unwrap();
    assert!(program.signal("TERM").success());

    let log = program.log();
    assert!(log.contains("route=\"/api/v1/accounts/{account}/users\""), "requests are logged");
    let token = cookie.to_str().unwrap().split(['=', ';']).nth(1).unwrap();
    assert_eq!(token.len(), 64, "256 bits");
    for personal in ["giulia", "tomasz", "bellavista", "@", "bella_vista", "secret", token] {
        assert!(!log.to_lowercase().contains(personal), "{personal} is logged");
    }
}

#[tokio::test]
async fn a_signal_ends_long_polls_and_the_process() {
    for name in ["TERM", "INT"] {
        let folder = TempDir::new().unwrap();
        let mut program =
            Program::start(folder.path(), &[&DEMO[..], &["--log-level=debug"]].concat());
        let person = program.visitor();
        person.sign_in(EMPTY_EDITOR).await;
        let known = etag(person.completion(EMPTY, Environment::Sandbox).await.headers());
        let waiting = tokio::spawn({
            let person = person.clone();
            async move {
                let wait = person.wait_for_completion(EMPTY, Environment::Sandbox, &known, 25);
                wait.await.status()
            }
        });
        // The first such request returned the known completion. The second one is the long poll.
        let route = format!("route=\"/api/v1{}\"", paths::COMPLETION);
        program.has_logged(2, &["received", "method=GET", &route]).await;
        let began = Instant::now();
        let ended = tokio::task::spawn_blocking(move || program.signal(name)).await.unwrap();
        assert!(ended.success(), "{name}");
        assert!(began.elapsed() < Duration::from_secs(5));
        assert_eq!(waiting.await.unwrap(), 304);
    }
}

#[tokio::test]
async fn a_confirmed_save_survives_a_killed_process() {
    let folder = TempDir::new().unwrap();
    let mut program = Program::start(folder.path(), &DEMO);
    let person = program.visitor();
    person.sign_in(EMPTY_EDITOR).await;
    let saved = person.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(saved.status(), 200);
    program.signal("KILL");
    let program = Program::start(folder.path(), &DEMO);
    let person = program.visitor();
    person.sign_in(EMPTY_EDITOR).await;
    assert_eq!(person.stored(EMPTY).await.contact_information, sandbox_input());
}
