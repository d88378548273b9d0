//! Tests the content of mails: complete, in the recipient's language, and safe against injected
//! values.

use std::{os::unix::fs::PermissionsExt, path::Path, sync::Arc};

use chrono::{DateTime, Utc};
use clap::Parser;
use partner_portal_backend::{
    clock::ManualClock,
    mail::{InvitationMail, Mail, Mailer, ReminderMail},
    settings::Settings,
};
use partner_portal_contract::{ContactField, Environment, language::Language, users::Role};
use tempfile::TempDir;

use crate::support::sent_mails::{SentMail, mails_in};

pub(crate) const LINK: &str = "https://portal.example.com/?account=acc_1&env=production";

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub(crate) fn mailer(flags: &[&str]) -> Mailer {
    let settings = Settings::parse_from([&["backend"], flags].concat());
    let clock = ManualClock::new(instant("2026-11-22T08:30:15Z"));
    Mailer::open(&settings.mail, Arc::new(clock)).unwrap()
}

pub(crate) fn mailer_into(folder: &Path) -> Mailer {
    let sender = ["--mail-from", "Meridian Partner Portal <no-reply@meridian.example.com>"];
    mailer(&[&["--mail-dir", folder.to_str().unwrap()][..], &sender].concat())
}

pub(crate) fn invitation(language: Language) -> InvitationMail {
    InvitationMail {
        language,
        name: "Zofia Łuczak".to_owned(),
        address: "zofia.luczak@example.com".to_owned(),
        invited_by: "Giulia Conti".to_owned(),
        account: "Bella Vista & Figli".to_owned(),
        platform: "Meridian".to_owned(),
        role: Role::Editor,
        sign_in_url: LINK.to_owned(),
        expires_at: instant("2026-12-06T14:05:00Z"),
    }
}

pub(crate) fn reminder(language: Language) -> ReminderMail {
    ReminderMail {
        language,
        name: "Tomasz Zieliński".to_owned(),
        address: "tomasz@example.com".to_owned(),
        asked_by: "נועה בן-דוד".to_owned(),
        account: "Bella Vista & Figli".to_owned(),
        platform: "Meridian".to_owned(),
        environment: Environment::Production,
        missing_fields: vec![ContactField::AlertContacts, ContactField::OperationalPlatform],
        link: LINK.to_owned(),
    }
}

pub(crate) async fn sent(mail: impl Into<Mail>) -> SentMail {
    let folder = TempDir::new().unwrap();
    mailer_into(folder.path()).send(mail).await.unwrap();
    let mut mails = mails_in(folder.path());
    assert_eq!(mails.len(), 1);
    mails.remove(0)
}

#[tokio::test]
async fn an_invitation_is_complete_in_every_language() {
    for (language, until) in [
        (Language::English, "6 December 2026, 14:05 (UTC)"),
        (Language::Spanish, "6 de diciembre de 2026, 14:05 (UTC)"),
        (Language::Hebrew, "6 בדצמבר 2026, 14:05 (UTC)"),
        (Language::Italian, "6 dicembre 2026, 14:05 (UTC)"),
        (Language::Polish, "6 grudnia 2026, 14:05 (UTC)"),
        (Language::BrazilianPortuguese, "6 de dezembro de 2026, 14:05 (UTC)"),
    ] {
        let mail = sent(invitation(language)).await;
        let (plain, html) = (mail.plain(), mail.html());
        for said in ["Zofia Łuczak", "Giulia Conti", "Meridian", "zofia.luczak@example.com", until]
        {
            assert!(plain.contains(said), "{said} in {plain}");
            assert!(html.contains(&format!("<bdi>{said}</bdi>")), "{said} in {html}");
        }
        assert!(plain.contains("Bella Vista & Figli"), "{plain}");
        assert!(html.contains("<bdi>Bella Vista &amp; Figli</bdi>"), "{html}");
        assert!(plain.contains(&format!("\r\n{LINK}\r\n")), "{plain}");
        assert!(mail.subject().contains("Bella Vista & Figli"));
        check_form(&mail, language);
    }
}

#[tokio::test]
async fn the_first_day_of_a_month_follows_the_language() {
    for (language, until) in [
        (Language::English, "1 January 2027, 00:00 (UTC)"),
        (Language::Spanish, "1 de enero de 2027, 00:00 (UTC)"),
        (Language::Hebrew, "1 בינואר 2027, 00:00 (UTC)"),
        (Language::Italian, "1° gennaio 2027, 00:00 (UTC)"),
        (Language::Polish, "1 stycznia 2027, 00:00 (UTC)"),
        (Language::BrazilianPortuguese, "1º de janeiro de 2027, 00:00 (UTC)"),
    ] {
        let expires_at = instant("2027-01-01T00:00:00Z");
        let mail = sent(InvitationMail { expires_at, ..invitation(language) }).await;
        let plain = mail.plain();
        assert!(plain.contains(until), "{until} in {plain}");
    }
}

#[tokio::test]
async fn a_reminder_names_its_sender_and_the_missing_fields_in_every_language() {
    for (language, alert_contacts) in [
        (Language::English, "Alert contacts"),
        (Language::Spanish, "Contactos para alertas"),
        (Language::Hebrew, "אנשי קשר לקבלת התראות"),
        (Language::Italian, "Contatti per gli avvisi"),
        (Language::Polish, "Osoby kontaktowe ds. alertów"),
        (Language::BrazilianPortuguese, "Contatos de alerta"),
    ] {
        let mail = sent(reminder(language)).await;
        let (plain, html) = (mail.plain(), mail.html());
        // A right-to-left name does not reorder the surrounding sentence.
        assert!(plain.contains("\u{2068}נועה בן-דוד\u{2069}"), "{plain}");
        assert!(html.contains("<bdi>נועה בן-דוד</bdi>"), "{html}");
        assert!(plain.contains(&format!("- {alert_contacts}\r\n")), "{plain}");
        assert!(html.contains(&format!("<li>{alert_contacts}</li>")), "{html}");
        assert_eq!(html.matches("<li>").count(), 2);
        check_form(&mail, language);
    }
}

#[tokio::test]
async fn each_role_and_each_environment_has_its_own_sentence() {
    for language in Language::ALL {
        let mut roles = Vec::new();
        for role in Role::ALL {
            roles.push(sent(InvitationMail { role, ..invitation(language) }).await.plain());
        }
        let mut environments = Vec::new();
        for environment in Environment::ALL {
            let mail = ReminderMail { environment, ..reminder(language) };
            environments.push(sent(mail).await.plain());
        }
        for mut texts in [roles, environments] {
            let all = texts.len();
            texts.sort();
            texts.dedup();
            assert_eq!(texts.len(), all, "{language:?}");
        }
    }
}

#[tokio::test]
async fn long_subjects_and_names_survive_header_folding() {
    let long = "Przedsiębiorstwo Żeglugi Śródlądowej ".repeat(5).trim().to_owned();
    let mail = InvitationMail {
        name: long.clone(),
        account: long.clone(),
        ..invitation(Language::Polish)
    };
    let mail = sent(mail).await;
    assert!(mail.subject().contains(&long), "{}", mail.subject());
    assert_eq!(mail.to(), format!("{long} <zofia.luczak@example.com>"));
    assert!(mail.raw.lines().all(|line| line.len() <= 998));
}

#[tokio::test]
async fn an_internationalised_domain_is_sent_in_ascii() {
    let mail = InvitationMail {
        address: "info@bücher.example".to_owned(),
        ..invitation(Language::English)
    };
    let mail = sent(mail).await;
    assert_eq!(mail.to(), "Zofia Łuczak <info@xn--bcher-kva.example>");
    assert!(mail.plain().contains("info@bücher.example"));
}

#[tokio::test]
async fn the_name_of_a_mail_file_is_random_and_only_its_owner_can_read_it() {
    let folder = TempDir::new().unwrap();
    mailer_into(folder.path()).send(invitation(Language::English)).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap).collect();
    assert_eq!(files.len(), 1);
    let name = files[0].file_name().into_string().unwrap();
    let id = name.strip_suffix(".eml").unwrap();
    assert!(id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit()), "{name}");
    assert_eq!(files[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

/// Checks the properties that all mails share.
fn check_form(mail: &SentMail, language: Language) {
    assert_eq!(mail.from(), "Meridian Partner Portal <no-reply@meridian.example.com>");
    assert_eq!(mail.date(), "2026-11-22T08:30:15Z");
    assert_eq!(mail.content_type(), "multipart/alternative");
    assert_eq!(mail.header("Content-Language"), Some(language.tag()));
    assert_eq!(mail.header("Auto-Submitted"), Some("auto-generated"));
    assert!(mail.message_id().ends_with("@meridian.example.com"));
    assert!(mail.raw.is_ascii());
    let (plain, html) = (mail.plain(), mail.html());
    assert!(!plain.contains(['{', '}']) && !html.contains(['{', '}']), "a value is missing");
    let direction = if language == Language::Hebrew { "rtl" } else { "ltr" };
    assert!(html.contains(&format!("<html lang=\"{}\" dir=\"{direction}\">", language.tag())));
    assert!(html.contains("<meta name=\"color-scheme\" content=\"light dark\">"));
    // Opening the mail loads nothing, and it contains only one link.
    for remote in ["<img", "<link", "<script", "<style", "url(", "src=", "@import", "<form"] {
        assert!(!html.contains(remote), "{remote}");
    }
    let link = LINK.replace('&', "&amp;");
    assert_eq!(html.matches("href=").count(), 1);
    assert!(html.contains(&format!("href=\"{link}\"")));
    assert_eq!(html.matches("://").count(), 2);
    assert_eq!(plain.matches("://").count(), 1);
}
