//! Installs the npm packages of the tests from `tests/package-lock.json`.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::run_quietly;
use crate::step::step;
use crate::workspace::Workspace;

/// Installs the packages if they are missing or the lock file has changed.
pub(crate) fn ensure_test_packages(workspace: &Workspace) -> Result<()> {
    let tests = workspace.root.join("tests");
    let lock =
        fs::read(tests.join("package-lock.json")).context("reading tests/package-lock.json")?;
    // A copy of the lock file from which the packages were installed.
    let installed_from = tests.join("node_modules").join(".installed-from.json");
    if fs::read(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("install", "npm packages of the tests (npm ci)", || {
        let mut command = Command::new("npm");
        command.args(["ci", "--no-audit", "--no-fund"]).current_dir(&tests);
        // The tests use the machine's browser.
        run_quietly(command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    })?;
    Ok(fs::write(installed_from, lock)?)
}
