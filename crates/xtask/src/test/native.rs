//! Runs the tests that need no browser.

use anyhow::Result;

use super::count::Count;
use super::time_zones;
use crate::process::{cargo, run_and_keep_lines};
use crate::workspace::Workspace;

/// Runs the tests of all crates and compares the time zones with those of IANA.
pub(crate) fn run(workspace: &Workspace, filter: &[String]) -> Result<Count> {
    let mut command = cargo(&workspace.root);
    command.args(["test", "--workspace", "--no-fail-fast"]).args(filter);
    let (ok, lines) = run_and_keep_lines(&mut command)?;
    let mut count = Count::read(&lines, ok);
    if filter.is_empty() {
        count += time_zones::compare_contract(workspace);
    }
    Ok(count)
}
