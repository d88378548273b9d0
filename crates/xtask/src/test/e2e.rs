//! Runs the end-to-end tests: the built portal in Chromium with the real backend.

use std::ffi::OsStr;
use std::process::Command;

use anyhow::Result;

use super::count::Count;
use super::playwright;
use crate::browser::Browser;
use crate::process::run_and_keep_lines;
use crate::workspace::Workspace;

/// The version of Playwright for Chromium. It also runs the scenarios in WebKitGTK.
pub(super) const PLAYWRIGHT: &str = "@playwright/test";

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
    let mut tests = playwright::command(workspace, PLAYWRIGHT, "playwright.config.ts", filter)?;
    let browser = Browser::ensure()?;
    let mut count = Count::default();
    if filter.is_empty() {
        let mut types = Command::new("npm");
        types.args(["run", "--silent", "check"]).current_dir(workspace.root.join("tests"));
        let (ok, _) = run_and_keep_lines(&mut types)?;
        count += Count::of(ok);
    }
    tests
        .env("CHROMIUM", &browser.program)
        .env("CHROMIUM_HEADLESS_SHELL", &browser.headless_shell)
        .envs(variables.iter().copied());
    let (ok, lines) = run_and_keep_lines(&mut tests)?;
    count += Count::read(&lines, ok);
    Ok(count)
}
