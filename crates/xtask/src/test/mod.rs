//! `cargo xtask test`: every check there is, in groups that can be asked for by name.

mod count;
mod e2e;
mod lint;
mod native;
mod time_zones;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

use self::count::Count;
use crate::workspace::Workspace;

type Group = fn(&Workspace) -> Result<Count>;

/// The cheapest first.
const GROUPS: [(&str, Group); 4] =
    [("lint", lint::run), ("native", native::run), ("wasm", wasm::run), ("e2e", e2e::run)];

/// Runs the named groups, or all; one that fails does not keep the others from running.
pub(crate) fn run(workspace: &Workspace, names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| !GROUPS.iter().any(|(group, _)| group == name))
    {
        bail!("there is no group `{unknown}`: choose from lint, native, wasm, e2e");
    }
    let chosen = |group: &str| names.is_empty() || names.iter().any(|name| name == group);
    let mut summary = Vec::new();
    for (name, group) in GROUPS.into_iter().filter(|(name, _)| chosen(name)) {
        eprintln!("[test] {name}");
        let count = group(workspace).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Count::FAILED
        });
        summary.push((name, count));
    }
    let mut total = Count::default();
    println!();
    for (name, count) in summary {
        println!("{name:<8}{count}");
        total += count;
    }
    println!("\n{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
