//! `SQLite`: one file, one writer, several readers. Knows no HTTP and no rules.

mod access_change;
mod accounts;
mod contact_information;
mod drafts;
mod identities;
mod invitations;
mod limits;
mod reminders;
mod revisions;
mod rows;
mod seed;
mod sessions;
mod users;
mod users_page;

use std::{path::Path, time::Duration};

use sqlx::{
    Sqlite, Transaction,
    error::DatabaseError,
    sqlite::{
        SqliteConnectOptions, SqliteError, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
        SqliteSynchronous,
    },
};

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
}

impl Storage {
    /// Opens the file, creates it with its folder when it is not there, and brings the schema up
    /// to date.
    pub async fn open_sqlite(path: &Path) -> Result<Self, StorageError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| StorageError::Unreachable(sqlx::Error::Io(error)))?;
        }
        // The busy timeout comes first: switching to WAL needs the lock too.
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .busy_timeout(BUSY_TIMEOUT)
            .journal_mode(SqliteJournalMode::Wal)
            // A save that was answered survives a power failure.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.clone())
            .await?;
        sqlx::migrate!().run(&writer).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.pragma("query_only", "on"))
            .await?;
        Ok(Self { readers, writer })
    }

    /// Whether the database answers.
    pub async fn check(&self) -> Result<(), StorageError> {
        sqlx::query("SELECT 1").execute(&self.readers).await?;
        Ok(())
    }

    /// Closes the connections, after what they are doing.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    async fn begin_write(&self) -> Result<Transaction<'static, Sqlite>, StorageError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }
}

impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Io(_)
            | sqlx::Error::WorkerCrashed => Self::Unreachable(error),
            sqlx::Error::Database(refusal) if is_passing(refusal.as_ref()) => {
                Self::Unreachable(error)
            }
            _ => Self::Refused(error),
        }
    }
}

/// Whether the cause lies outside the statement: busy, locked, no memory, read-only, I/O, full,
/// cannot open. The numbers are the database's primary result codes.
fn is_passing(refusal: &dyn DatabaseError) -> bool {
    let code = refusal
        .try_downcast_ref::<SqliteError>()
        .and_then(DatabaseError::code)
        .and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xFF, 5 | 6 | 7 | 8 | 10 | 13 | 14))
}
