//! Runs the end-to-end tests in Firefox ESR.

use anyhow::Result;

use super::count::Count;
use super::playwright;
use crate::firefox;
use crate::process::run_and_keep_lines;
use crate::workspace::Workspace;

/// A version of Playwright that knows Firefox ESR.
const PLAYWRIGHT: &str = "playwright-for-firefox";

pub(crate) fn run(workspace: &Workspace, filter: &[String]) -> Result<Count> {
    let mut tests =
        playwright::command(workspace, PLAYWRIGHT, "playwright.firefox.config.ts", filter)?;
    // Makes the tests import the same copy of Playwright.
    tests.arg("--tsconfig=e2e/tsconfig.firefox.json").env("FIREFOX", firefox::ensure()?);
    let (ok, lines) = run_and_keep_lines(&mut tests)?;
    Ok(Count::read(&lines, ok))
}
