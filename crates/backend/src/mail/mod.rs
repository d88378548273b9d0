//! Mails to people: what they say, in the recipient's language, and how they are handed over.
//!
//! A mail holds no secret: its links lead to the portal, where the person signs in. In reading
//! order:
//! - [`message`]: what a caller knows about a mail.
//! - `texts`: the sentences, one file a language; `letter` puts a mail's values into them.
//! - `plain` and `html`: the two forms of a letter; `envelope` makes one MIME message of them.
//! - [`mailer`] and `transport`: by SMTP, or as files in a folder.
//!
//! Knows no request, no account's rules and no SQL. Nothing about a person is ever logged here.

use std::time::Duration;

mod envelope;
mod html;
mod letter;
pub mod mailer;
pub mod message;
mod plain;
mod smtp_url;
mod texts;
mod transport;

pub use mailer::{MailSetupError, Mailer};
pub use message::{InvitationMail, Mail, ReminderMail};
pub use smtp_url::SmtpUrl;

/// How long a request waits for its mail. The mail server may take longer: the sending goes on.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Why a mail was not handed over. It names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// A name or an address cannot stand in a mail's head, so no attempt was made.
    #[error("the {0} cannot be used in a mail")]
    Unusable(&'static str),
    /// The server refused it, with this SMTP code.
    #[error("the mail server refused it with code {0}")]
    Refused(u16),
    /// The server cannot carry addresses with characters outside ASCII before the `@`.
    #[error("the mail server does not support internationalised addresses")]
    NotInternationalised,
    /// The server could not be reached or did not keep to the protocol.
    #[error("the mail server cannot be used: {0}")]
    Connection(&'static str),
    /// The server took too long.
    #[error("the mail server did not answer in time")]
    OutOfTime,
    /// The server of this program stops before the mail server has answered.
    #[error("the mail server had not answered when this server stopped")]
    Stopped,
    /// The file could not be written.
    #[error("the mail folder cannot be written to: {0}")]
    Folder(std::io::ErrorKind),
}
