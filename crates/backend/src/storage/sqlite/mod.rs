//! `SQLite`: one file, one writer, several readers. Knows no HTTP and no rules.

mod access_change;
mod accounts;
mod address_keys;
mod changed_address;
mod contact_information;
mod drafts;
mod file;
mod identities;
mod invitations;
mod limits;
mod people;
mod person;
mod person_keys;
mod reminders;
mod revisions;
mod rows;
mod seed;
mod sent_invitations;
mod sessions;
mod users;
mod users_page;

use std::{path::Path, time::Duration};

use sqlx::{
    Connection, Sqlite, Transaction,
    error::DatabaseError,
    sqlite::{
        SqliteConnectOptions, SqliteError, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
        SqliteSynchronous,
    },
};

use self::file::DatabaseFile;
use super::StorageError;

pub use access_change::AccessChange;
pub use contact_information::ContactInformationSave;

/// How long a statement waits for another process's lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a request waits for a connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const READERS: u32 = 4;

/// The database. Clones share the same connections.
#[derive(Clone, Debug)]
pub struct Storage {
    readers: SqlitePool,
    // SQLite has one writer at a time: with one connection the waiting is done in a fair queue
    // here and not by polling the lock.
    writer: SqlitePool,
    file: DatabaseFile,
}

impl Storage {
    /// Opens the file, creates it with its folder when it is not there, and brings the schema and the
    /// stored keys up to date.
    ///
    /// # Errors
    /// The file is no database, is damaged or cannot be written.
    pub async fn open_sqlite(path: &Path) -> Result<Self, StorageError> {
        DatabaseFile::create_if_missing(path)
            .map_err(|error| StorageError::Unreachable(sqlx::Error::Io(error)))?;
        // The busy timeout comes first: switching to WAL needs the lock too.
        let options = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(BUSY_TIMEOUT)
            .journal_mode(SqliteJournalMode::Wal)
            // A save that was answered survives a power failure.
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

    /// Whether the database answers and takes a write.
    pub async fn check(&self) -> Result<(), StorageError> {
        sqlx::query("SELECT 1").execute(&self.readers).await?;
        self.begin_write().await?.rollback().await?;
        self.file.check_header()
    }

    /// Closes the connections, after what they are doing.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Looks for damage in the pages of the file, without comparing the indexes with their tables.
    async fn check_structure(&self) -> Result<(), StorageError> {
        let found: String =
            sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&self.writer).await?;
        if found == "ok" { Ok(()) } else { Err(StorageError::Damaged(found)) }
    }

    async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StorageError> {
        self.file.check_place()?;
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }
}

/// Connections that wait in a queue, and are closed when a failed transaction was left in them.
///
/// After some failures, such as a full disk, `SQLite` rolls back by itself. The driver's own ROLLBACK
/// then fails, and the connection would refuse each further transaction.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        // The check that it answers comes before, and after the rollback that a drop has begun.
        .test_before_acquire(true)
        .before_acquire(|connection, _| {
            let is_clean = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_clean) })
        })
}

impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Io(_)
            | sqlx::Error::WorkerCrashed => Self::Unreachable(error),
            sqlx::Error::Database(refusal) if refusal.is_foreign_key_violation() => Self::Removed,
            sqlx::Error::Database(refusal) => match primary_code(refusal.as_ref()) {
                // Busy, locked, no memory, read-only, I/O, full, cannot open: the cause lies outside
                // the statement.
                Some(5 | 6 | 7 | 8 | 10 | 13 | 14) => Self::Unreachable(error),
                // A page that is none, a file that is no database.
                Some(11 | 26) => Self::Damaged(refusal.message().to_owned()),
                _ => Self::Refused(error),
            },
            _ => Self::Refused(error),
        }
    }
}

/// The database's primary result code, as <https://www.sqlite.org/rescode.html> numbers them.
fn primary_code(refusal: &dyn DatabaseError) -> Option<u32> {
    let code = refusal.try_downcast_ref::<SqliteError>().and_then(DatabaseError::code)?;
    Some(code.parse::<u32>().ok()? & 0xFF)
}
