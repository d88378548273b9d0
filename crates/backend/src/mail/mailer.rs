//! Sends mails. Logs whether a mail was sent or why it failed, but never the recipient.

use std::{fmt, sync::Arc, time::Duration};

use lettre::message::Mailbox;
use tokio_util::sync::CancellationToken;

use super::{
    envelope,
    error::MailError,
    letter::Letter,
    message::Mail,
    settings::MailSettings,
    texts::AllTexts,
    transport::{self, Transport},
};
use crate::clock::Clock;

/// The maximum time for which a request waits for its mail. Sending continues in the background.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Sends mails. Clones are cheap.
#[derive(Clone)]
pub struct Mailer(Arc<Inner>);

struct Inner {
    from: Mailbox,
    clock: Arc<dyn Clock>,
    texts: AllTexts,
    transport: Transport,
    /// Cancelled when the stopping server can no longer wait for mails.
    stopped: CancellationToken,
}

/// The reason why the settings do not allow sending mails.
#[derive(Debug, thiserror::Error)]
pub enum MailSetupError {
    /// A setting cannot be used.
    #[error("{setting}: {reason}")]
    Setting {
        /// The name of the flag.
        setting: &'static str,
        /// The reason why the value cannot be used.
        reason: String,
    },
    /// The texts are invalid. This is a bug in this program.
    #[error("the texts of the mails cannot be read: {0}")]
    Texts(#[from] toml::de::Error),
}

impl Mailer {
    /// Prepares sending by SMTP if the settings name a server, otherwise into the folder that they
    /// name. Does not contact the server yet, because it may be temporarily down.
    pub fn open(settings: &MailSettings, clock: Arc<dyn Clock>) -> Result<Self, MailSetupError> {
        let from = settings.mail_from.parse().map_err(|_| {
            let reason = "must be an e-mail address, or NAME <ADDRESS>".to_owned();
            MailSetupError::Setting { setting: "--mail-from", reason }
        })?;
        let transport = if let Some(url) = &settings.smtp_url {
            let server = url.open().map_err(|reason| MailSetupError::Setting {
                setting: "--smtp-url",
                reason: reason.to_owned(),
            })?;
            Transport::Smtp(server)
        } else {
            transport::open_folder(&settings.mail_dir).map_err(|error| {
                MailSetupError::Setting { setting: "--mail-dir", reason: error.to_string() }
            })?;
            Transport::Folder(settings.mail_dir.clone())
        };
        let stopped = CancellationToken::new();
        Ok(Self(Arc::new(Inner { from, clock, texts: AllTexts::read()?, transport, stopped })))
    }

    /// Hands a mail over to the server or writes it into the folder.
    ///
    /// # Errors
    /// The mail was not handed over. The log contains the reason.
    pub async fn send(&self, mail: impl Into<Mail>) -> Result<(), MailError> {
        let mail = mail.into();
        let sent = tokio::select! {
            sent = self.try_send(&mail) => sent,
            () = self.0.stopped.cancelled() => Err(MailError::Stopped),
        };
        let (kind, language) = (mail.kind(), mail.language().tag());
        match &sent {
            Ok(()) => tracing::info!(kind, language, "mail handed over"),
            Err(error) => tracing::error!(kind, language, %error, "mail not handed over"),
        }
        sent
    }

    /// Cancels the mails that are being sent and all later ones.
    pub fn stop(&self) {
        self.0.stopped.cancel();
    }

    async fn try_send(&self, mail: &Mail) -> Result<(), MailError> {
        let Inner { from, clock, texts, transport, .. } = &*self.0;
        let (name, address) = mail.recipient();
        let to = envelope::recipient(name, address)?;
        let letter = Letter::of(mail, texts).ok_or(MailError::Unusable("language"))?;
        transport.hand_over(&envelope::seal(&letter, from, to, clock.now())?).await
    }
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailer(..)")
    }
}
