//! Installs programs with the machine's package manager.

use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::process::run_quietly;
use crate::step::step;

/// A lock for `apt-get`, which refuses to run twice at the same time.
static APT_GET: Mutex<()> = Mutex::new(());

/// Installs the packages as root on Debian. Does nothing elsewhere; the caller then tells the user
/// which packages are missing.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if !is_root() || !Path::new("/etc/debian_version").is_file() {
        return Ok(());
    }
    let _alone = APT_GET.lock().unwrap_or_else(PoisonError::into_inner);
    step("install", &format!("Debian packages {}", packages.join(" and ")), || {
        run_quietly(Command::new("apt-get").arg("update"))?;
        run_quietly(
            Command::new("apt-get")
                .args(["install", "-y", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    })
}

/// Returns true if the user is root. A browser refuses to use its sandbox as root.
pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
