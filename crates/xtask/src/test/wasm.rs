//! Runs the frontend's tests in a real browser, and those of the tables module in Node.js.

use std::fs;

use anyhow::Result;
use serde_json::json;

use super::count::Count;
use super::time_zones;
use crate::browser::{Browser, QUIET};
use crate::process::{cargo, run_and_keep_lines};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Runs the tests in a headless browser.
pub(crate) fn run(workspace: &Workspace, filter: &[String]) -> Result<Count> {
    let tools = Tools::ensure(workspace)?;
    let browser = Browser::ensure()?;
    let mut arguments = vec!["--headless"];
    arguments.extend(QUIET);
    if browser.no_sandbox {
        arguments.push("--no-sandbox");
    }
    let capabilities =
        json!({ "goog:chromeOptions": { "binary": browser.program, "args": arguments } });
    let settings = workspace.state().join("webdriver.json");
    fs::create_dir_all(workspace.state())?;
    fs::write(&settings, capabilities.to_string())?;

    let mut command = cargo(&workspace.root);
    command
        .args(["test", "--package=partner-portal", "--target=wasm32-unknown-unknown"])
        .arg("--no-fail-fast")
        .args(filter)
        .env("PATH", tools.path()?)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        // The timeout for all tests together, in seconds. The default of 20 is too short on a busy
        // machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    let (ok, lines) = run_and_keep_lines(&mut command)?;
    let mut count = Count::read(&lines, ok);
    if filter.is_empty() {
        count += time_zones::compare_tables(workspace, &tools);
    }
    Ok(count)
}
