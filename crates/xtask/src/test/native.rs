//! The tests that need no browser.

use anyhow::Result;

use super::count::Count;
use crate::process::{cargo, run_and_keep_lines};
use crate::time_zones;
use crate::workspace::Workspace;

/// Runs the tests of all crates, and compares the time zones with IANA's.
pub(crate) fn run(workspace: &Workspace) -> Result<Count> {
    let mut command = cargo(&workspace.root);
    let (ok, lines) = run_and_keep_lines(command.args(["test", "--workspace", "--no-fail-fast"]))?;
    let mut count = Count::read(&lines, ok);

    let mut command = cargo(&workspace.root);
    command
        .args(["test", "--package=partner-portal-contract", "--test=current_time_zones"])
        .args(["--", "--ignored"])
        .env("TIME_ZONE_CHANGES", time_zones::write_expected(workspace)?);
    let (ok, lines) = run_and_keep_lines(&mut command)?;
    count += Count::read(&lines, ok);
    Ok(count)
}
