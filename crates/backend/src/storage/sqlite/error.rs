//! Classifies the errors of `SQLite`.

use sqlx::{error::DatabaseError, sqlite::SqliteError};

use crate::storage::error::StorageError;

impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Io(_)
            | sqlx::Error::WorkerCrashed => Self::Unreachable(error),
            sqlx::Error::Database(refusal) if refusal.is_foreign_key_violation() => Self::Removed,
            sqlx::Error::Database(refusal) => match primary_code(refusal.as_ref()) {
                // Busy, locked, no memory, read-only, I/O, full, cannot open: the cause is outside
                // the statement.
                Some(5 | 6 | 7 | 8 | 10 | 13 | 14) => Self::Unreachable(error),
                // A corrupt page, or a file that is not a database.
                Some(11 | 26) => Self::Damaged(refusal.message().to_owned()),
                _ => Self::Refused(error),
            },
            _ => Self::Refused(error),
        }
    }
}

/// Returns the primary result code as listed at <https://www.sqlite.org/rescode.html>.
fn primary_code(refusal: &dyn DatabaseError) -> Option<u32> {
    let code = refusal.try_downcast_ref::<SqliteError>().and_then(DatabaseError::code)?;
    Some(code.parse::<u32>().ok()? & 0xFF)
}
