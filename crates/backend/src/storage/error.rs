//! The errors of operations on the database.

/// The reason why an operation on the database failed.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database did not answer. A retry may succeed.
    #[error("the database cannot be reached: {0}")]
    Unreachable(#[source] sqlx::Error),
    /// The statement does not match the schema. This is a bug in this program.
    #[error("the database refused a statement: {0}")]
    Refused(#[source] sqlx::Error),
    /// The schema could not be migrated to the current version.
    #[error("a migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// There is no database at this path.
    #[error("there is no database at {0}: `partner-portal-backend migrate` creates it")]
    Missing(String),
    /// An earlier version of this program wrote the schema.
    #[error(
        "the database's schema is older than this program: `partner-portal-backend migrate` \
             brings it up to date"
    )]
    OldSchema,
    /// A later version of this program wrote the schema.
    #[error("the database's schema is newer than this program: use the program that wrote it")]
    NewSchema,
    /// The copy of the database cannot be written.
    #[error("the copy cannot be written: {0}")]
    Copy(#[source] std::io::Error),
    /// The file of the database was removed, or another file took its place.
    #[error("the database's file was removed or replaced while the server ran")]
    FileGone,
    /// The file cannot be read as a database. The text describes the damage and contains no stored
    /// data.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// A row that the write refers to was removed meanwhile, for example the user who sent the
    /// request.
    #[error("the account or the person of this write was removed meanwhile")]
    Removed,
    /// This version never writes the stored value, so it cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(&'static str),
}
