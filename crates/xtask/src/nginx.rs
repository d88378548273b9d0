//! The machine's nginx: a test puts it before the backend, as operators do.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::debian;
use crate::process::on_path;

/// Where Debian has it, outside the path of users who are not root.
const DEBIAN: &str = "/usr/sbin/nginx";

/// Finds it; on Debian, root also gets it installed.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(&["nginx"])?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("no nginx: install the package nginx"),
    }
}

fn find() -> Option<PathBuf> {
    on_path(&["nginx"]).or_else(|| Some(PathBuf::from(DEBIAN)).filter(|it| Path::is_file(it)))
}
