//! `policy check`: reports what other integration types would change.

mod changes;
mod report;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use self::{changes::Changes, report::report};
use super::{CommandError, open};
use crate::{
    integration_types::{IntegrationTypes, IntegrationTypesError},
    settings::DatabaseSettings,
    storage::{Storage, error::StorageError},
};

/// The number of accounts that are read at once.
const AT_ONCE: u32 = 500;

#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    Check(Check),
}

/// Report which accounts another file of integration types would lock, and for which fields.
///
/// Compares the file with the current one for every stored account and environment. Changes nothing,
/// and can run while the server runs. Ends with code 2 if the file has mistakes, and with code 1 if
/// the server would refuse it because it lacks the integration type of a stored account.
#[derive(Args, Debug)]
pub struct Check {
    /// The changed file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The current file, with which the server runs [default: built-in data].
    #[arg(long, env = "PORTAL_INTEGRATION_TYPES", value_name = "FILE")]
    integration_types: Option<PathBuf>,
    #[command(flatten)]
    database: DatabaseSettings,
}

impl PolicyCommand {
    pub(super) async fn run(self) -> Result<String, CommandError> {
        match self {
            Self::Check(command) => command.run().await,
        }
    }
}

impl Check {
    async fn run(self) -> Result<String, CommandError> {
        let unusable =
            |setting| move |error: IntegrationTypesError| CommandError::setting(setting, &error);
        let checked = IntegrationTypes::read(&self.file).map_err(unusable("FILE"))?;
        let current = match &self.integration_types {
            Some(file) => IntegrationTypes::read(file).map_err(unusable("--integration-types"))?,
            None => IntegrationTypes::built_in().map_err(unusable("--integration-types"))?,
        };
        let storage = open::existing(&self.database).await?;
        let compared = compare(&storage, &current, &checked).await;
        storage.close().await;
        let changes = compared.map_err(|error| CommandError::failed(&error))?;
        let text = report(&changes);
        if changes.missing_types.is_empty() { Ok(text) } else { Err(CommandError::Failed(text)) }
    }
}

async fn compare(
    storage: &Storage,
    current: &IntegrationTypes,
    checked: &IntegrationTypes,
) -> Result<Changes, StorageError> {
    let mut changes = Changes::default();
    let mut last = String::new();
    loop {
        let accounts = storage.account_information_after(&last, AT_ONCE).await?;
        let Some(final_one) = accounts.last() else { return Ok(changes) };
        last.clone_from(&final_one.account.partner_id);
        for account in &accounts {
            changes.add(account, current, checked);
        }
    }
}
