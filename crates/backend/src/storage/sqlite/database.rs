//! Opens, checks and closes the database.

use std::{path::Path, time::Duration};

use sqlx::{
    Connection, Sqlite, Transaction,
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
    },
};

use super::file::DatabaseFile;
use crate::storage::error::StorageError;

/// The maximum time for which a statement waits for the lock of another process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// The maximum time for which a request waits for a connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const READERS: u32 = 4;

/// The database. Clones share the same connections.
#[derive(Clone, Debug)]
pub struct Storage {
    pub(super) readers: SqlitePool,
    // SQLite allows one writer at a time. A pool of one connection queues the writers fairly here;
    // several connections would poll for the lock.
    pub(super) writer: SqlitePool,
    file: DatabaseFile,
}

impl Storage {
    /// Opens the database file and migrates its schema and its stored keys to the current version.
    /// Creates the file and its folder if they do not exist.
    ///
    /// # Errors
    /// The file is not a database, is damaged or cannot be written.
    pub async fn open_sqlite(path: &Path) -> Result<Self, StorageError> {
        DatabaseFile::create_if_missing(path)
            .map_err(|error| StorageError::Unreachable(sqlx::Error::Io(error)))?;
        // The busy timeout must be set first, because the switch to WAL needs the lock.
        let options = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(BUSY_TIMEOUT)
            .journal_mode(SqliteJournalMode::Wal)
            // A save that was confirmed to the client must survive a power failure.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true);
        let writer = pool(1).connect_with(options.clone()).await?;
        let readers = pool(READERS).connect_lazy_with(options.pragma("query_only", "on"));
        let file = DatabaseFile::remember(path)
            .map_err(|error| StorageError::Unreachable(sqlx::Error::Io(error)))?;
        let storage = Self { readers, writer, file };
        storage.check_structure().await?;
        sqlx::migrate!().run(&storage.writer).await?;
        storage.renew_address_keys().await?;
        storage.renew_person_keys().await?;
        storage.check().await?;
        Ok(storage)
    }

    /// Checks that the database answers and accepts a write.
    pub async fn check(&self) -> Result<(), StorageError> {
        sqlx::query("SELECT 1").execute(&self.readers).await?;
        self.begin_write().await?.rollback().await?;
        self.file.check_header()
    }

    /// Closes the connections after their current statements.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Checks the pages of the file for damage. It does not compare the indexes with their tables.
    async fn check_structure(&self) -> Result<(), StorageError> {
        let found: String =
            sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&self.writer).await?;
        if found == "ok" { Ok(()) } else { Err(StorageError::Damaged(found)) }
    }

    pub(super) async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StorageError> {
        self.file.check_place()?;
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }
}

/// Returns the options of a pool that queues its callers and discards a connection with a failed
/// transaction.
///
/// After some failures, such as a full disk, `SQLite` rolls back by itself. The driver's own
/// ROLLBACK then fails, and the connection would refuse every further transaction.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        // This check runs before `before_acquire`. It also waits for the rollback that a dropped
        // transaction started.
        .test_before_acquire(true)
        .before_acquire(|connection, _| {
            let is_clean = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_clean) })
        })
}
