//! Checks that the time zones match the current IANA release, both in the contract and in the
//! module for browsers.

use std::process::Command;

use anyhow::Result;

use super::count::Count;
use crate::frontend::tables;
use crate::process::{cargo, run_and_keep_lines};
use crate::time_zones::write_expected;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Compares the contract's time zones.
pub(super) fn compare_contract(workspace: &Workspace) -> Count {
    counted(|| {
        let mut command = cargo(&workspace.root);
        command
            // Tests the whole workspace. With the contract alone, its dependencies would have fewer
            // features and would be compiled again.
            .args(["test", "--workspace", "--test=current_time_zones"])
            .args(["--", "--ignored"])
            .env("TIME_ZONE_CHANGES", write_expected(workspace)?);
        let (ok, lines) = run_and_keep_lines(&mut command)?;
        Ok(Count::read(&lines, ok))
    })
}

/// Compares the time zones of the tables module in Node.js.
pub(super) fn compare_tables(workspace: &Workspace, tools: &Tools) -> Count {
    counted(|| {
        let tables = tables::build(workspace, tools)?;
        let mut node = Command::new("node");
        node.arg(workspace.root.join("crates/tables/tests/time-zones.mjs")).args([
            tables.script,
            tables.code,
            write_expected(workspace)?,
        ]);
        let (ok, _) = run_and_keep_lines(&mut node)?;
        Ok(Count::of(ok))
    })
}

/// Runs a comparison and returns its count. An error counts as a failure, so that the results of
/// earlier tests are kept.
fn counted(compare: impl FnOnce() -> Result<Count>) -> Count {
    compare().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        Count::FAILED
    })
}
