//! Builds the MIME message of a letter. Names and addresses are checked again here, because a value
//! in a mail's header must not be able to add a line.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use partner_portal_contract::{
    BundledReferenceData, EmailAddress, ReferenceData, language::Language, users::PersonName,
};

use super::{error::MailError, html, letter::Letter, plain};
use crate::random;

/// The `Content-Language` header (RFC 3282).
#[derive(Clone)]
struct ContentLanguage(String);

/// The `Auto-Submitted` header (RFC 3834). It tells other programs not to reply automatically.
#[derive(Clone)]
struct AutoSubmitted;

/// Builds the message with the sender `from`, the recipient `to` and the date `now`.
pub(super) fn seal(
    letter: &Letter,
    from: &Mailbox,
    to: Mailbox,
    now: DateTime<Utc>,
) -> Result<Message, MailError> {
    if letter.has_forbidden_value() {
        return Err(MailError::Unusable("text"));
    }
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(plain::line(&letter.subject, letter.language))
        .date(SystemTime::from(now))
        .message_id(Some(format!("<{}@{}>", random::request_id(), message_id_domain(from))))
        .header(ContentLanguage::of(letter.language))
        .header(AutoSubmitted)
        .multipart(MultiPart::alternative_plain_html(plain::body(letter), html::document(letter)))
        .map_err(|_| MailError::Unusable("head"))
}

/// Returns the recipient for the mail's header. The domain is converted to ASCII, so only an
/// address with non-ASCII characters before the `@` needs a server that supports them.
pub(super) fn recipient(name: &str, address: &str) -> Result<Mailbox, MailError> {
    let name = PersonName::parse(name, &BundledReferenceData)
        .map_err(|_| MailError::Unusable("recipient's name"))?;
    let unusable = MailError::Unusable("recipient's address");
    let address = EmailAddress::parse(address, &BundledReferenceData).map_err(|_| unusable)?;
    let domain = BundledReferenceData.domain(address.domain()).ok_or(unusable)?.ascii;
    let address = Address::new(address.local_part(), domain).map_err(|_| unusable)?;
    Ok(Mailbox::new(Some(name.as_str().to_owned()), address))
}

fn message_id_domain(from: &Mailbox) -> String {
    let domain = from.email.domain();
    BundledReferenceData.domain(domain).map_or_else(|| "localhost".to_owned(), |both| both.ascii)
}

impl ContentLanguage {
    fn of(language: Language) -> Self {
        Self(language.tag().to_owned())
    }
}

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
