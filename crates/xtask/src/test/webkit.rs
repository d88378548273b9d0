//! Runs the scenarios in WebKitGTK.

use anyhow::Result;

use super::count::Count;
use super::{e2e, playwright};
use crate::process::run_and_keep_lines;
use crate::webkit::WebKit;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, filter: &[String]) -> Result<Count> {
    let mut tests =
        playwright::command(workspace, e2e::PLAYWRIGHT, "playwright.webkit.config.ts", filter)?;
    let webkit = WebKit::ensure()?;
    tests
        .env("WEBKIT_BROWSER", webkit.browser)
        .env("WEBKIT_DRIVER", webkit.driver)
        .env("XVFB", webkit.screen);
    let (ok, lines) = run_and_keep_lines(&mut tests)?;
    Ok(Count::read(&lines, ok))
}
