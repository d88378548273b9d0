//! `backup`: copies the database.

use std::path::PathBuf;

use clap::Args;

use super::{CommandError, open};
use crate::{
    settings::DatabaseSettings,
    storage::{Storage, error::StorageError},
};

/// Write a consistent copy of the database, also while the server runs.
///
/// The copy contains all changes that were confirmed when the command began, and is checked for
/// damage. Only the user who runs the command can read it. To restore, stop the server, put the copy
/// in the place of the database, remove its two neighbours `-wal` and `-shm`, and start the server.
#[derive(Args, Debug)]
pub struct Backup {
    /// The file to write. A file that exists is not overwritten.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseSettings,
}

impl Backup {
    pub(super) async fn run(self) -> Result<String, CommandError> {
        let database = open::file(&self.database);
        match Storage::back_up_sqlite(database, &self.file).await {
            Ok(()) => Ok(format!("copied {} to {}\n", database.display(), self.file.display())),
            Err(StorageError::Copy(error)) => Err(CommandError::Setting {
                setting: "FILE",
                reason: format!("{}: {error}", self.file.display()),
            }),
            Err(error) => Err(CommandError::setting(open::DATABASE_URL, &error)),
        }
    }
}
