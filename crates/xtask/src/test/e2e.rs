//! The built portal in a browser, before the real backend.

use std::process::Command;

use anyhow::Result;

use super::count::Count;
use crate::backend::{self, Profile};
use crate::browser::Browser;
use crate::frontend;
use crate::process::run_and_keep_lines;
use crate::tools::ensure_test_packages;
use crate::workspace::Workspace;

/// Runs them with Playwright.
pub(crate) fn run(workspace: &Workspace) -> Result<Count> {
    frontend::ensure_built(workspace)?;
    let program = backend::build(workspace, Profile::Release)?;
    ensure_test_packages(workspace)?;
    let browser = Browser::ensure()?;
    let tests = workspace.root.join("tests");
    let mut command = Command::new(tests.join("node_modules/.bin/playwright"));
    command
        .args(["test", "--config=e2e/playwright.config.ts"])
        .current_dir(tests)
        .env("CHROMIUM", &browser.program)
        .env("PORTAL_BACKEND_BIN", program)
        .env("PORTAL_STATIC_DIR", workspace.dist());
    let (ok, lines) = run_and_keep_lines(&mut command)?;
    Ok(Count::read(&lines, ok))
}
