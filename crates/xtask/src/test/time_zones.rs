//! Whether the time zones are those of the current IANA release: in the contract, and in the module
//! that browsers load.

use std::process::Command;

use anyhow::Result;

use super::count::Count;
use crate::frontend::tables;
use crate::process::{cargo, run_and_keep_lines};
use crate::time_zones::write_expected;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Compares what the contract makes of its data.
pub(super) fn compare_contract(workspace: &Workspace) -> Count {
    counted(|| {
        let mut command = cargo(&workspace.root);
        command
            // Of the whole workspace: of the contract alone, its dependencies have fewer features and
            // are all compiled once more.
            .args(["test", "--workspace", "--test=current_time_zones"])
            .args(["--", "--ignored"])
            .env("TIME_ZONE_CHANGES", write_expected(workspace)?);
        let (ok, lines) = run_and_keep_lines(&mut command)?;
        Ok(Count::read(&lines, ok))
    })
}

/// Compares what the tables' module says, in Node.js.
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

/// A comparison that is impossible is a failure, and no reason to forget the tests before it.
fn counted(compare: impl FnOnce() -> Result<Count>) -> Count {
    compare().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        Count::FAILED
    })
}
