//! The npm packages of the tests, as `tests/package-lock.json` names them.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::run_quietly;
use crate::step::step;
use crate::workspace::Workspace;

/// Installs them when they are missing or the lock file has changed.
pub(crate) fn ensure_test_packages(workspace: &Workspace) -> Result<()> {
    let tests = workspace.root.join("tests");
    let lock =
        fs::read(tests.join("package-lock.json")).context("reading tests/package-lock.json")?;
    // A copy of the lock file that the packages were installed from.
    let installed_from = tests.join("node_modules").join(".installed-from.json");
    if fs::read(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("install", "npm packages of the tests (npm ci)", || {
        let mut command = Command::new("npm");
        command.args(["ci", "--no-audit", "--no-fund"]).current_dir(&tests);
        // The browser is the machine's own.
        run_quietly(command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    })?;
    Ok(fs::write(installed_from, lock)?)
}
