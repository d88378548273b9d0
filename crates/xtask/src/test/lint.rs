//! Checks formatting and lints. Warnings are errors.

use anyhow::Result;

use super::count::Count;
use crate::process::{cargo, run_and_keep_lines};
use crate::workspace::Workspace;

const DENY_WARNINGS: [&str; 3] = ["--", "--deny", "warnings"];

/// Runs all checks, even if one fails.
pub(crate) fn run(workspace: &Workspace, _filter: &[String]) -> Result<Count> {
    let checks: [&[&str]; 3] = [
        &["fmt", "--all", "--check"],
        &["clippy", "--quiet", "--workspace", "--all-targets"],
        // Checks code that is only compiled for the browser.
        &[
            "clippy",
            "--quiet",
            "--package=partner-portal",
            "--all-targets",
            "--target=wasm32-unknown-unknown",
        ],
    ];
    let mut count = Count::default();
    for arguments in checks {
        eprintln!("[test] cargo {}", arguments.join(" "));
        let mut command = cargo(&workspace.root);
        command.args(arguments);
        if arguments[0] == "clippy" {
            command.args(DENY_WARNINGS);
        }
        let (ok, _) = run_and_keep_lines(&mut command)?;
        count += Count::of(ok);
    }
    Ok(count)
}
