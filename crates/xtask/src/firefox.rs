//! Finds the machine's Firefox ESR, in which the end-to-end tests run a second time.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::debian;
use crate::process::{named_by, on_path};

const NAME: &str = "firefox-esr";

/// Finds Firefox ESR. As root on Debian, also installs it.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(&[NAME])?;
    match find() {
        Some(found) => Ok(found),
        None => bail!("no Firefox ESR: install the package {NAME}, or name the program in FIREFOX"),
    }
}

fn find() -> Option<PathBuf> {
    named_by("FIREFOX").or_else(|| on_path(&[NAME]))
}
