//! Runs the end-to-end tests: the built portal in a browser with the real backend.

use std::ffi::OsStr;
use std::process::Command;

use anyhow::Result;

use super::count::Count;
use crate::backend::{self, Profile};
use crate::browser::Browser;
use crate::frontend;
use crate::nginx;
use crate::process::run_and_keep_lines;
use crate::tools::ensure_test_packages;
use crate::workspace::Workspace;

/// Checks the types of the tests, which Playwright ignores, and runs the tests.
pub(crate) fn run(workspace: &Workspace, filter: &[String]) -> Result<Count> {
    run_with(workspace, filter, &[])
}

/// Does the same with further variables in the environment of the tests.
pub(super) fn run_with(
    workspace: &Workspace,
    filter: &[String],
    variables: &[(&str, &OsStr)],
) -> Result<Count> {
    frontend::ensure_built(workspace)?;
    let package = frontend::package::write(workspace)?;
    let program = backend::build(workspace, Profile::Release)?;
    ensure_test_packages(workspace)?;
    let browser = Browser::ensure()?;
    let nginx = nginx::ensure()?;
    let tests = workspace.root.join("tests");
    let mut count = Count::default();
    if filter.is_empty() {
        let mut types = Command::new("npm");
        types.args(["run", "--silent", "check"]).current_dir(&tests);
        let (ok, _) = run_and_keep_lines(&mut types)?;
        count += Count::of(ok);
    }
    let mut command = Command::new(tests.join("node_modules/.bin/playwright"));
    command
        .args(["test", "--config=e2e/playwright.config.ts"])
        .args(filter)
        .current_dir(tests)
        .env("CHROMIUM", &browser.program)
        .env("CHROMIUM_HEADLESS_SHELL", &browser.headless_shell)
        .env("NGINX", nginx)
        .env("PORTAL_BACKEND_BIN", program)
        .env("PORTAL_STATIC_DIR", workspace.dist())
        .env("PORTAL_PACKAGE_DIR", package)
        .envs(variables.iter().copied());
    let (ok, lines) = run_and_keep_lines(&mut command)?;
    count += Count::read(&lines, ok);
    Ok(count)
}
