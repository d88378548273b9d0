//! Tests mails by SMTP, with servers that accept them, refuse them, do not respond or do not exist.

use std::{process::Output, time::Duration};

use partner_portal_backend::mail::{InvitationMail, MailError};
use partner_portal_contract::language::Language;
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::{
    mail::content::{invitation, mailer},
    support::{
        program::run,
        sent_mails::SentMail,
        smtp_server::{Behaviour, SmtpServer},
    },
};

fn to(address: &str) -> InvitationMail {
    InvitationMail { address: address.to_owned(), ..invitation(Language::Hebrew) }
}

#[tokio::test]
async fn a_mail_arrives_complete_at_the_server() {
    let server = SmtpServer::start(Behaviour::Takes).await;
    let sender = ["--mail-from", "Meridian <no-reply@meridian.example.com>"];
    mailer(&[&["--smtp-url", &server.url()][..], &sender].concat())
        .send(to("zofia.luczak@example.com"))
        .await
        .unwrap();
    let handed = &server.handed()[0];
    let said = |start: &str| handed.commands.iter().any(|command| command.starts_with(start));
    assert!(said("MAIL FROM:<no-reply@meridian.example.com>"), "{:?}", handed.commands);
    assert!(said("RCPT TO:<zofia.luczak@example.com>"), "{:?}", handed.commands);
    let mail = SentMail::read(handed.data.clone().unwrap());
    assert_eq!(mail.header("Content-Language"), Some("he"));
    assert!(mail.plain().contains("Giulia Conti"));
    assert!(mail.html().contains("<bdi>Giulia Conti</bdi>"));
}

#[tokio::test]
async fn the_mailer_signs_in_with_the_credentials_of_the_url() {
    let server = SmtpServer::start(Behaviour::Takes).await;
    let url = format!("smtp://portal:p%40ss@{}", server.address);
    mailer(&["--smtp-url", &url]).send(to("zofia.luczak@example.com")).await.unwrap();
    let commands = &server.handed()[0].commands;
    // The base64 of "\0portal\0p@ss".
    assert!(commands.contains(&"AUTH PLAIN AHBvcnRhbABwQHNz".to_owned()), "{commands:?}");
}

#[tokio::test]
async fn no_mail_is_sent_unencrypted_if_encryption_is_required() {
    let server = SmtpServer::start(Behaviour::Takes).await;
    let url = format!("smtp://portal:secret@{}?tls=required", server.address);
    let error = mailer(&["--smtp-url", &url]).send(to("zofia@example.com")).await.unwrap_err();
    assert!(matches!(error, MailError::Connection(_)), "{error}");
    let commands = &server.handed()[0].commands;
    assert!(commands.iter().all(|said| said.starts_with("EHLO") || said == "QUIT"), "{commands:?}");
}

#[tokio::test]
async fn a_refusal_is_reported_by_its_code_without_the_servers_text() {
    let server = SmtpServer::start(Behaviour::RefusesRecipients("zofia")).await;
    let error = mailer(&["--smtp-url", &server.url()]).send(to("zofia@example.com")).await;
    let error = error.unwrap_err();
    assert_eq!(error, MailError::Refused(550));
    assert!(!format!("{error} {error:?}").contains("zofia"));
    assert_eq!(server.handed()[0].data, None);
}

#[tokio::test]
async fn an_international_address_needs_a_server_that_supports_it() {
    let address = "żaneta@bücher.example";
    let server = SmtpServer::start(Behaviour::TakesInternationalised).await;
    mailer(&["--smtp-url", &server.url()]).send(to(address)).await.unwrap();
    let commands = &server.handed()[0].commands;
    let recipient = "RCPT TO:<żaneta@xn--bcher-kva.example>";
    assert!(commands.iter().any(|said| said.starts_with(recipient)), "{commands:?}");
    let begins = |said: &&String| said.starts_with("MAIL FROM") && said.contains("SMTPUTF8");
    assert!(commands.iter().find(begins).is_some(), "{commands:?}");

    let server = SmtpServer::start(Behaviour::Takes).await;
    let error = mailer(&["--smtp-url", &server.url()]).send(to(address)).await.unwrap_err();
    assert_eq!(error, MailError::NotInternationalised);
    // If only the domain is international, every server accepts the address.
    mailer(&["--smtp-url", &server.url()]).send(to("info@bücher.example")).await.unwrap();
}

#[tokio::test]
async fn an_unreachable_server_is_reported() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = mailer(&["--smtp-url", &url]).send(to("zofia@example.com")).await.unwrap_err();
    assert!(matches!(error, MailError::Connection(_)), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_silent_server_times_out_after_half_an_hour() {
    let server = SmtpServer::start(Behaviour::Silent).await;
    let mailer = mailer(&["--smtp-url", &server.url()]);
    let begun = tokio::time::Instant::now();
    let error = mailer.send(to("zofia@example.com")).await.unwrap_err();
    assert_eq!(error, MailError::OutOfTime);
    let patience = Duration::from_mins(30);
    let took = begun.elapsed();
    assert!((patience..patience + Duration::from_secs(1)).contains(&took), "{took:?}");
}

fn refused(flags: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let Output { status, stderr, .. } =
        run(folder.path(), &[&["--listen", ":0"], flags].concat(), &[]);
    let text = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(2), "{text}");
    assert!(!text.contains("s3cret"), "{text}");
    text
}

#[test]
fn an_invalid_mail_setting_stops_the_start_without_revealing_the_password() {
    for (setting, value) in [
        ("--smtp-url", "http://portal:s3cret@mail.example.com"),
        ("--smtp-url", "smtp://portal:s3cret@"),
        ("--smtp-url", "smtp://portal:s3cret@mail.example.com?tls=sometimes"),
        ("--mail-from", "no-address"),
        ("--mail-from", "a@example.com\r\nBcc: b@example.com"),
        ("--mail-dir", "file"),
        ("--mail-dir", "file/below"),
        ("--sign-ins-per-minute", "0"),
        ("--invitations-per-hour", "many"),
        ("--client-address-header", "x forwarded for"),
    ] {
        let text = refused(&[setting, value]);
        assert!(text.contains(setting), "{text}");
    }
}

#[test]
fn the_help_does_not_show_the_password_from_the_environment() {
    let folder = TempDir::new().unwrap();
    let secret = [("PORTAL_SMTP_URL", "smtps://portal:s3cret@mail.example.com")];
    let help = String::from_utf8(run(folder.path(), &["--help"], &secret).stdout).unwrap();
    assert!(help.contains("PORTAL_SMTP_URL"));
    assert!(!help.contains("s3cret"));
}
