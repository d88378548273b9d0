//! The tests that need no browser.

use anyhow::Result;

use super::count::Count;
use super::time_zones;
use crate::process::{cargo, run_and_keep_lines};
use crate::workspace::Workspace;

/// Runs the tests of all crates, and compares the time zones with IANA's.
pub(crate) fn run(workspace: &Workspace) -> Result<Count> {
    let mut command = cargo(&workspace.root);
    let (ok, lines) = run_and_keep_lines(command.args(["test", "--workspace", "--no-fail-fast"]))?;
    let mut count = Count::read(&lines, ok);
    count += time_zones::compare_contract(workspace);
    Ok(count)
}
