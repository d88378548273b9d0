//! The reason why a command fails.

use std::fmt::Display;

/// The reason why a command fails.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A setting or an argument cannot be used.
    #[error("{setting}: {reason}")]
    Setting {
        /// The name of the flag or the argument.
        setting: &'static str,
        /// The reason why the value cannot be used.
        reason: String,
    },
    /// The command ran and could not do its work.
    #[error("{0}")]
    Failed(String),
}

impl CommandError {
    pub(super) fn setting(setting: &'static str, reason: &impl Display) -> Self {
        Self::Setting { setting, reason: reason.to_string() }
    }

    pub(super) fn failed(reason: &impl Display) -> Self {
        Self::Failed(reason.to_string())
    }
}
