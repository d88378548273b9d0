//! Copies the database of a running server.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use sqlx::{
    ConnectOptions, Connection,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};

use super::database::{BUSY_TIMEOUT, Storage};
use crate::storage::error::StorageError;

impl Storage {
    /// Writes a copy of the database to a new file that only the owner of the process can read. The
    /// copy contains all changes that were committed when it began. A running server is not
    /// interrupted.
    ///
    /// # Errors
    /// The new file exists, or the database is missing or damaged.
    pub async fn back_up_sqlite(database: &Path, copy: &Path) -> Result<(), StorageError> {
        if !database.is_file() {
            return Err(StorageError::Missing(database.display().to_string()));
        }
        let unwritable = |error: io::Error| StorageError::Copy(error);
        // SQLite writes into an empty file, so the permissions are set before it holds any data.
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(copy)
            .map_err(unwritable)?;
        let copied = match write_copy(database, copy).await {
            Ok(()) => File::open(copy).and_then(|file| file.sync_all()).map_err(unwritable),
            Err(error) => Err(error),
        };
        if copied.is_err() {
            fs::remove_file(copy).map_err(unwritable)?;
        }
        copied
    }
}

async fn write_copy(database: &Path, copy: &Path) -> Result<(), StorageError> {
    let Some(name) = copy.to_str() else {
        return Err(StorageError::Copy(io::Error::other("the name of the file is not UTF-8")));
    };
    let mut source = open(database).await?;
    sqlx::query("VACUUM INTO ?1").bind(name).execute(&mut source).await?;
    source.close().await?;
    let mut copy = open(copy).await?;
    let found: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut copy).await?;
    copy.close().await?;
    if found == "ok" { Ok(()) } else { Err(StorageError::Damaged(found)) }
}

async fn open(path: &Path) -> Result<SqliteConnection, StorageError> {
    Ok(SqliteConnectOptions::new().filename(path).busy_timeout(BUSY_TIMEOUT).connect().await?)
}
