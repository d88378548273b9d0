//! Creates the database file with permissions for its owner only, and checks later that it is still
//! the same file.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{self, ErrorKind, Read},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::storage::error::StorageError;

/// The first bytes of every `SQLite` database.
const HEADER: [u8; 16] = *b"SQLite format 3\0";

/// The database file that the connections have open. Clones are cheap.
#[derive(Clone, Debug)]
pub(super) struct DatabaseFile(Arc<Opened>);

#[derive(Debug)]
struct Opened {
    path: PathBuf,
    /// The device and the inode. They change when another file takes the place of this one.
    identity: (u64, u64),
}

impl DatabaseFile {
    /// Creates the file and its folder if they do not exist. Other users of the machine can read
    /// neither. `SQLite` gives its two additional files the permissions of this one.
    pub(super) fn create_if_missing(path: &Path) -> io::Result<()> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    }

    /// Records the identity of the file at the path.
    pub(super) fn remember(path: &Path) -> io::Result<Self> {
        let identity = identity(path)?;
        Ok(Self(Arc::new(Opened { path: path.to_owned(), identity })))
    }

    /// Checks that the path still leads to the same file. Data written to a file that was removed
    /// or replaced would be lost at the next start.
    pub(super) fn check_place(&self) -> Result<(), StorageError> {
        match identity(&self.0.path) {
            Ok(found) if found == self.0.identity => Ok(()),
            _ => Err(StorageError::FileGone),
        }
    }

    /// Checks that the file still begins with the header of a database.
    pub(super) fn check_header(&self) -> Result<(), StorageError> {
        let mut begin = [0; HEADER.len()];
        let read = fs::File::open(&self.0.path).and_then(|mut file| file.read_exact(&mut begin));
        match read {
            Ok(()) if begin == HEADER => Ok(()),
            _ => Err(StorageError::Damaged("it does not begin as a database does".to_owned())),
        }
    }
}

fn identity(path: &Path) -> io::Result<(u64, u64)> {
    let about = fs::metadata(path)?;
    Ok((about.dev(), about.ino()))
}
