//! The reasons why a mail was not handed over.

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
