//! Sends messages to a mail server, or writes them as `.eml` files into a folder if there is no
//! mail server yet.

use std::{
    fs::{DirBuilder, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::Error as SmtpError,
};
use tokio::time::timeout;

use super::{error::MailError, smtp_url::PATIENCE};
use crate::random;

/// The destination of mails.
pub(super) enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl Transport {
    /// Hands a message over. After success the mail server or the folder's owner is responsible for
    /// it.
    pub(super) async fn hand_over(&self, message: &Message) -> Result<(), MailError> {
        match self {
            Self::Smtp(server) => {
                let formatted = message.formatted();
                let sent = timeout(PATIENCE, server.send_raw(message.envelope(), &formatted)).await;
                let sent = sent.map_err(|_| MailError::OutOfTime)?;
                sent.map(drop).map_err(|error| smtp_failure(message, &error))
            }
            Self::Folder(folder) => {
                let (folder, message) = (folder.clone(), message.formatted());
                let written = tokio::task::spawn_blocking(move || write(&folder, &message)).await;
                let written = written.unwrap_or_else(|_| Err(io::ErrorKind::Other.into()));
                written.map_err(|error| MailError::Folder(error.kind()))
            }
        }
    }
}

/// Converts an SMTP error without the server's text, which may repeat an address.
fn smtp_failure(message: &Message, error: &SmtpError) -> MailError {
    if let Some(code) = error.status() {
        return MailError::Refused(code.into());
    }
    if error.is_timeout() {
        return MailError::OutOfTime;
    }
    let addresses = message.envelope().to().iter().chain(message.envelope().from());
    let is_international = !addresses.map(AsRef::<str>::as_ref).all(str::is_ascii);
    if error.is_client() && is_international {
        return MailError::NotInternationalised;
    }
    MailError::Connection(if error.is_tls() {
        "TLS failed"
    } else if error.is_response() {
        "it does not answer as a mail server does"
    } else if error.is_client() {
        "it lacks something that was asked for"
    } else {
        "no connection, or no trusted certificate"
    })
}

/// Checks that mails can be written into the folder, and removes incomplete files of a killed
/// process. A new folder is accessible to its owner only.
pub(super) fn open_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let probe = unfinished(folder, &random::request_id());
    std::fs::write(&probe, [])?;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if is_unfinished(&path) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Returns the path of a mail while it is being written.
fn unfinished(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!(".{name}.tmp"))
}

fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.and_then(|name| name.strip_prefix('.')?.strip_suffix(".tmp"))
        .is_some_and(|name| name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Writes a message. Programs that watch the folder see only complete mails, because the final name
/// appears when the mail is complete. The name contains no personal data, and only the owner may
/// read the file.
fn write(folder: &Path, message: &[u8]) -> io::Result<()> {
    let name = random::request_id();
    let unfinished = unfinished(folder, &name);
    let written = write_file(&unfinished, message)
        .and_then(|()| std::fs::rename(&unfinished, folder.join(format!("{name}.eml"))));
    if written.is_err() {
        // Deletes the incomplete mail, because it contains personal data and would otherwise stay
        // forever.
        let _ = std::fs::remove_file(&unfinished);
    }
    written
}

fn write_file(path: &Path, message: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(message)?;
    file.sync_all()
}
