//! `migrate`: brings the schema up to date.

use clap::Args;

use super::{CommandError, open};
use crate::{settings::DatabaseSettings, storage::Storage};

/// Create the database, or bring its schema up to date.
///
/// `serve` does the same when it starts. Make a backup first, because an earlier version of this
/// program cannot open a newer schema.
#[derive(Args, Debug)]
pub struct Migrate {
    #[command(flatten)]
    database: DatabaseSettings,
}

impl Migrate {
    pub(super) async fn run(self) -> Result<String, CommandError> {
        let path = open::file(&self.database);
        let refused = |error| CommandError::setting(open::DATABASE_URL, &error);
        let storage = Storage::open_sqlite(path).await.map_err(refused)?;
        let version = storage.schema_version().await.map_err(refused)?.unwrap_or_default();
        storage.close().await;
        Ok(format!("the schema of {} is at version {version}\n", path.display()))
    }
}
