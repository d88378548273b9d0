//! Composes mails in the recipient's language and sends them.
//!
//! A mail contains no secret: its links lead to the portal, where the user signs in. In reading
//! order:
//! - [`message`]: the data of the mails.
//! - `texts`: the sentences, one file per language; `letter` inserts the values.
//! - [`MailSettings`]: the mail server or the folder, and the sender.
//! - `plain` and `html`: the two formats of a letter; `envelope` combines them into one MIME
//!   message.
//! - [`mailer`] and `transport`: send by SMTP, or write files into a folder.
//!
//! Knows no requests, no rules of accounts and no SQL. It never logs personal data.

mod envelope;
mod error;
mod html;
mod letter;
pub mod mailer;
pub mod message;
mod plain;
mod portal_link;
mod settings;
mod smtp_url;
mod texts;
mod transport;

pub use error::MailError;
pub use mailer::{MailSetupError, Mailer, PATIENCE};
pub use message::{InvitationMail, Mail, ReminderMail};
pub use portal_link::portal_link;
pub use settings::MailSettings;
pub use smtp_url::SmtpUrl;
