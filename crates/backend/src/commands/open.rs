//! Opens the database for a command.

use std::path::Path;

use super::CommandError;
use crate::{
    settings::DatabaseSettings,
    storage::{DatabaseUrl, Storage},
};

/// The flag that names the database.
pub(super) const DATABASE_URL: &str = "--database-url";

/// Returns the path of the database file.
pub(super) fn file(settings: &DatabaseSettings) -> &Path {
    let DatabaseUrl::Sqlite(path) = &settings.url;
    path
}

/// Opens an existing database whose schema is current.
pub(super) async fn existing(settings: &DatabaseSettings) -> Result<Storage, CommandError> {
    let opened = Storage::open_existing_sqlite(file(settings)).await;
    opened.map_err(|error| CommandError::setting(DATABASE_URL, &error))
}
