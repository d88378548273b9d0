//! Tests that names cannot inject anything into a mail.

use partner_portal_backend::mail::{InvitationMail, Mail, MailError, ReminderMail};
use partner_portal_contract::language::Language;
use tempfile::TempDir;

use crate::mail::content::{LINK, invitation, mailer_into, reminder, sent};

async fn refusal(mail: impl Into<Mail>) -> MailError {
    let folder = TempDir::new().unwrap();
    let error = mailer_into(folder.path()).send(mail).await.unwrap_err();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    error
}

#[tokio::test]
async fn a_name_cannot_add_a_line_a_header_or_a_link_to_a_mail() {
    let lines = ["Eve\r\nBcc: all@example.com", "Eve\nX: y", "Eve\0", "\u{202E}evE", ""];
    let web_addresses = ["Eve https://win.example", "www.win.example", "win.example/now"];
    for name in lines.into_iter().chain(web_addresses) {
        let mail = InvitationMail { name: name.to_owned(), ..invitation(Language::English) };
        assert_eq!(refusal(mail).await, MailError::Unusable("recipient's name"));
    }
    for value in ["Eve\r\nBcc: all@example.com", "Eve\u{2028}x", "\u{202E}evE", "\u{2069}x"] {
        let mail = InvitationMail { account: value.to_owned(), ..invitation(Language::English) };
        assert_eq!(refusal(mail).await, MailError::Unusable("text"));
        let mail = ReminderMail { asked_by: value.to_owned(), ..reminder(Language::English) };
        assert_eq!(refusal(mail).await, MailError::Unusable("text"));
        let mail = ReminderMail { link: format!("{LINK}{value}"), ..reminder(Language::English) };
        assert_eq!(refusal(mail).await, MailError::Unusable("text"));
    }
    for address in ["a@example.com\r\nBcc: b@example.com", "a@example.com, b@example.com", "a", ""]
    {
        let mail = InvitationMail { address: address.to_owned(), ..invitation(Language::English) };
        assert_eq!(refusal(mail).await, MailError::Unusable("recipient's address"));
    }
}

#[tokio::test]
async fn special_characters_in_a_name_stay_part_of_the_name() {
    let usual = sent(invitation(Language::English)).await.header_names();
    for name in [
        "\"Eve\" <all@example>, Bob",
        "Eve, Mallory; Bob (Sales) \\",
        "=?utf-8?b?QmNjOiBldmU=?=",
        "نور الدين",
        "王小明",
    ] {
        let mail = InvitationMail { name: name.to_owned(), ..invitation(Language::English) };
        let mail = sent(mail).await;
        assert!(mail.to().ends_with(" <zofia.luczak@example.com>"), "{}", mail.to());
        assert_eq!(mail.header_names(), usual);
    }
    let mail = InvitationMail {
        invited_by: "<script>alert(1)</script>\"'&".to_owned(),
        ..invitation(Language::English)
    };
    let html = sent(mail).await.html();
    assert!(html.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</bdi>"));
    assert!(!html.contains("<script"));
}
