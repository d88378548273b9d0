//! The reasons why the server cannot start.

use crate::{
    auth::AuthSettingsError, http::error::ApiError, integration_types::IntegrationTypesError,
    mail::MailSetupError,
};

/// The reason why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting cannot be used.
    #[error("{setting}: {reason}")]
    Setting {
        /// The name of the flag.
        setting: &'static str,
        /// The reason why the value cannot be used.
        reason: String,
    },
    /// A bug in this program.
    #[error("{0}")]
    Program(String),
}

/// Returns the error for a setting whose value caused another error.
pub(super) fn setting(setting: &'static str, error: &dyn std::error::Error) -> StartError {
    StartError::Setting { setting, reason: error.to_string() }
}

impl From<AuthSettingsError> for StartError {
    fn from(error: AuthSettingsError) -> Self {
        Self::Setting { setting: error.setting, reason: error.reason }
    }
}

impl From<IntegrationTypesError> for StartError {
    fn from(error: IntegrationTypesError) -> Self {
        Self::Program(error.to_string())
    }
}

impl From<MailSetupError> for StartError {
    fn from(error: MailSetupError) -> Self {
        match error {
            MailSetupError::Setting { setting, reason } => Self::Setting { setting, reason },
            MailSetupError::Texts(_) => Self::Program(error.to_string()),
        }
    }
}

impl From<ApiError> for StartError {
    fn from(_: ApiError) -> Self {
        Self::Program("the demo's accounts could not be stored".to_owned())
    }
}
