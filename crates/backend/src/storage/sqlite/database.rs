//! Opens, checks and closes the database.

use std::{cmp::Ordering, path::Path, time::Duration};

use sqlx::{
    Connection, Sqlite, Transaction,
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
    },
};

use super::file::DatabaseFile;
use crate::storage::error::StorageError;

/// The maximum time for which a statement waits for the lock of another process.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
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
        let storage = Self::connect(path).await?;
        storage.check_structure().await?;
        sqlx::migrate!().run(&storage.writer).await?;
        storage.renew_address_keys().await?;
        storage.renew_person_keys().await?;
        storage.check().await?;
        Ok(storage)
    }

    /// Opens the database of a server, which may be running. Neither creates nor migrates it.
    ///
    /// # Errors
    /// There is no database, or another version of this program wrote its schema.
    pub async fn open_existing_sqlite(path: &Path) -> Result<Self, StorageError> {
        if !path.is_file() {
            return Err(StorageError::Missing(path.display().to_string()));
        }
        let storage = Self::connect(path).await?;
        let known = sqlx::migrate!().iter().map(|migration| migration.version).max();
        match storage.schema_version().await?.cmp(&known) {
            Ordering::Less => Err(StorageError::OldSchema),
            Ordering::Equal => Ok(storage),
            Ordering::Greater => Err(StorageError::NewSchema),
        }
    }

    /// Returns the number of the last migration that ran, or `None` in an empty database.
    pub async fn schema_version(&self) -> Result<Option<i64>, StorageError> {
        let has_migrations: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')",
        )
        .fetch_one(&self.readers)
        .await?;
        if !has_migrations {
            return Ok(None);
        }
        Ok(sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations WHERE success")
            .fetch_one(&self.readers)
            .await?)
    }

    async fn connect(path: &Path) -> Result<Self, StorageError> {
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
        Ok(Self { readers, writer, file })
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
