//! The tests that need no browser.

use anyhow::Result;

use super::count::Count;
use crate::process::{cargo, run_and_keep_lines};
use crate::workspace::Workspace;

/// Runs the tests of all crates.
pub(crate) fn run(workspace: &Workspace) -> Result<Count> {
    let mut command = cargo(&workspace.root);
    let (ok, lines) = run_and_keep_lines(command.args(["test", "--workspace", "--no-fail-fast"]))?;
    Ok(Count::read(&lines, ok))
}
