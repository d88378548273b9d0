//! Finds the machine's nginx. A test runs it as a reverse proxy in front of the backend.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::debian;
use crate::process::on_path;

/// The path on Debian, which is not in the `PATH` of users other than root.
const DEBIAN: &str = "/usr/sbin/nginx";

/// Finds nginx. As root on Debian, also installs it.
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
