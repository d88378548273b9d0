//! The settings for mails.

use std::path::PathBuf;

use clap::Args;

use super::smtp_url::SmtpUrl;

/// The settings for mails.
#[derive(Args, Clone, Debug)]
#[group(skip)]
pub struct MailSettings {
    /// The mail server: smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host
    /// if it requires them; without one, mails are written into --mail-dir.
    #[arg(long, env = "PORTAL_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<SmtpUrl>,

    /// The folder for mails as .eml files if no mail server is set; created if it does not exist.
    #[arg(long, env = "PORTAL_MAIL_DIR", value_name = "DIR", default_value = "var/mail")]
    pub mail_dir: PathBuf,

    /// The sender of mails.
    #[arg(
        long,
        env = "PORTAL_MAIL_FROM",
        value_name = "NAME <ADDRESS>",
        default_value = "Partner Portal <no-reply@localhost>"
    )]
    pub mail_from: String,
}
