//! Composes mails in the recipient's language and sends them.
//!
//! A mail contains no secret: its links lead to the portal, where the user signs in. In reading
//! order:
//! - [`message`]: the data of the mails.
//! - `texts`: the sentences, one file per language; `letter` inserts the values.
//! - `plain` and `html`: the two formats of a letter; `envelope` combines them into one MIME
//!   message.
//! - [`mailer`] and `transport`: send by SMTP, or write files into a folder.
//!
//! Knows no requests, no rules of accounts and no SQL. It never logs personal data.

use std::time::Duration;

mod envelope;
mod html;
mod letter;
pub mod mailer;
pub mod message;
mod plain;
mod portal_link;
mod smtp_url;
mod texts;
mod transport;

pub use mailer::{MailSetupError, Mailer};
pub use message::{InvitationMail, Mail, ReminderMail};
pub use portal_link::portal_link;
pub use smtp_url::SmtpUrl;

/// The maximum time for which a request waits for its mail. Sending continues in the background.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The reason why a mail was not handed over. Contains no personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// A name or an address cannot be used in a mail's header, so no attempt was made.
    #[error("the {0} cannot be used in a mail")]
    Unusable(&'static str),
    /// The server refused the mail with this SMTP code.
    #[error("the mail server refused it with code {0}")]
    Refused(u16),
    /// The server does not support addresses with non-ASCII characters before the `@`.
    #[error("the mail server does not support internationalised addresses")]
    NotInternationalised,
    /// The server could not be reached or violated the protocol.
    #[error("the mail server cannot be used: {0}")]
    Connection(&'static str),
    /// The server took too long.
    #[error("the mail server did not answer in time")]
    OutOfTime,
    /// This server stopped before the mail server answered.
    #[error("the mail server had not answered when this server stopped")]
    Stopped,
    /// The file could not be written.
    #[error("the mail folder cannot be written to: {0}")]
    Folder(std::io::ErrorKind),
}
