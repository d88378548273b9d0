//! Tests mails whose client disconnects, whose mail server is slow, and that are being sent when
//! the server stops.

use std::{fs, time::Duration};

use partner_portal_contract::{Environment, ProblemCode, paths, users::RemindersSent};
use reqwest::{Method, header::SET_COOKIE};
use tempfile::TempDir;
use tokio::{
    io::AsyncWriteExt,
    net::TcpStream,
    time::{sleep, timeout},
};

use crate::support::{
    program::Program,
    smtp_server::{Behaviour, SmtpServer},
    test_app::{EMPTY, EMPTY_READER, TestApp},
    visitor::{Visitor, problem},
};

const SANDBOX: Environment = Environment::Sandbox;
/// The number of reminded users: the two administrators and the editor of the account.
const REMINDED: usize = 3;

/// Sends a request for reminders on a connection that the test can close early.
async fn reminders(person: &Visitor, host: &str) -> TcpStream {
    let cookie = person.sign_in(EMPTY_READER).await.headers()[SET_COOKIE].clone();
    let cookie = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
    let path = format!("/api/v1{}", paths::reminders(EMPTY, SANDBOX));
    let mut stream = TcpStream::connect(host).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nx-partner-portal: 1\r\n\
         content-length: 0\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn no_claim_remains_without_its_mail_when_the_client_disconnects() {
    for round in 0..24_u64 {
        let app = TestApp::demo().await;
        let stream = reminders(&app.visitor(), app.host()).await;
        sleep(Duration::from_micros(250 * round)).await;
        drop(stream);
        // The stop waits for the work that the request has started.
        let app = app.restart().await;
        let claims = app.number("SELECT count(*) FROM reminders_sent").await;
        assert_eq!(app.mails().len(), usize::try_from(claims).unwrap(), "round {round}");
    }
}

#[tokio::test]
async fn a_slow_mail_server_gets_each_mail_once() {
    let server = SmtpServer::start(Behaviour::Holds).await;
    let app = TestApp::start(&["--demo", "--smtp-url", &server.url()]).await;
    let noa = app.signed_in(EMPTY_READER).await;
    let sent: RemindersSent = noa.remind(EMPTY, SANDBOX).await.json().await.unwrap();
    assert_eq!(sent.sent_to.len(), REMINDED, "the answer does not wait for the mail server");
    problem(noa.remind(EMPTY, SANDBOX).await, ProblemCode::ReminderAlreadySent).await;
    server.release();
    app.stop().await;
    let handed = server.handed();
    assert_eq!(handed.iter().filter(|one| one.data.is_some()).count(), REMINDED);
    assert!(handed.iter().all(|one| !one.abandoned));
}

#[tokio::test]
async fn a_stop_waits_for_the_mails_of_a_disconnected_client() {
    let server = SmtpServer::start(Behaviour::Holds).await;
    let folder = TempDir::new().unwrap();
    let url = server.url();
    let public = "--public-url=https://partners.example.com/portal/";
    let flags = ["--listen=127.0.0.1:0", "--demo", public, "--smtp-url", &url];
    let mut program = Program::start(folder.path(), &flags);
    let host = program.host().to_owned();
    let stream = reminders(&program.visitor(), &host).await;
    server.has_got(REMINDED).await;
    drop(stream);
    let ended = tokio::task::spawn_blocking(move || program.signal("TERM"));
    let stops_listening = async {
        while TcpStream::connect(&host).await.is_ok() {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(10), stops_listening).await.expect("the stop begins");
    server.release();
    assert!(ended.await.unwrap().success());
    assert!(server.handed().iter().all(|one| !one.abandoned));
}

#[tokio::test]
async fn the_next_start_deletes_incomplete_mails_of_a_killed_process() {
    let folder = TempDir::new().unwrap();
    let mails = folder.path().join("var/mail");
    fs::create_dir_all(&mails).unwrap();
    let left = mails.join(format!(".{}.tmp", "0123456789abcdef".repeat(2)));
    let others = [mails.join(".notes.tmp"), mails.join("0123456789abcdef.eml")];
    for file in others.iter().chain([&left]) {
        fs::write(file, "To: zofia@example.com").unwrap();
    }
    let program = Program::start(folder.path(), &["--listen=127.0.0.1:0", "--demo"]);
    let healthy = program.visitor().request(Method::GET, "/healthz").send().await.unwrap();
    assert_eq!(healthy.status(), 200);
    assert!(!left.exists());
    assert!(others.iter().all(|file| file.exists()));
}
