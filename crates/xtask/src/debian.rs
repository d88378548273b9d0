//! Programs that the machine's package manager has to bring.

use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::process::run_quietly;
use crate::step::step;

/// Held by the thread that runs `apt-get`, which refuses to start twice.
static APT_GET: Mutex<()> = Mutex::new(());

/// Installs the packages on Debian, as root; elsewhere does nothing, and the caller names them.
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

/// Whether this is root: a browser refuses its sandbox then.
pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
