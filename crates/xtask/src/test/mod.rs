//! `cargo xtask test`: runs all checks, in groups that can be selected by name.

mod count;
mod e2e;
mod lint;
mod native;
mod preparation;
mod shells;
mod time_zones;
mod wasm;

use std::process::ExitCode;
use std::thread;

use anyhow::{Result, bail, ensure};

use self::count::Count;
use self::preparation::prepare;
use crate::workspace::Workspace;

/// Runs a group's tests. The arguments, if any, are passed to the test program to select tests.
type Group = fn(&Workspace, &[String]) -> Result<Count>;

/// All groups, the fastest first.
const GROUPS: [(&str, Group); 5] = [
    ("lint", lint::run),
    ("native", native::run),
    ("wasm", wasm::run),
    ("e2e", e2e::run),
    ("shells", shells::run),
];

/// The group that only runs when it is named.
const NIGHTLY: &str = "shells";

/// Runs the named groups, or all except the nightly one. If one fails, the others still run.
///
/// Arguments behind `--` are passed to the test program of the single named group.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let (names, filter) = match arguments.iter().position(|argument| argument == "--") {
        Some(dashes) => (&arguments[..dashes], &arguments[dashes + 1..]),
        None => (arguments, &[][..]),
    };
    if let Some(unknown) = names.iter().find(|name| !GROUPS.iter().any(|(group, _)| group == name))
    {
        bail!("there is no group `{unknown}`: choose from lint, native, wasm, e2e, shells");
    }
    if !filter.is_empty() {
        ensure!(
            names.len() == 1 && names[0] != "lint",
            "what follows `--` chooses tests of one group: name native, wasm, e2e or shells before it"
        );
    }
    let chosen: Vec<_> = GROUPS
        .into_iter()
        .filter(|(group, _)| match names {
            [] => *group != NIGHTLY,
            _ => names.iter().any(|name| name == group),
        })
        .collect();
    let summary = run_groups(workspace, &chosen, filter)?;
    let mut total = Count::default();
    println!();
    for (name, count) in summary {
        println!("{name:<8}{count}");
        total += count;
    }
    println!("\n{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs the groups one after the other. Meanwhile, the requirements of the last ones are installed
/// and built.
fn run_groups(
    workspace: &Workspace,
    groups: &[(&'static str, Group)],
    filter: &[String],
) -> Result<Vec<(&'static str, Count)>> {
    let names: Vec<_> = groups.iter().map(|(name, _)| *name).collect();
    thread::scope(|scope| {
        let mut preparation = prepare(workspace, &names, scope)?;
        let mut summary = Vec::new();
        for (name, group) in groups {
            if preparation::is_for(name)
                && let Some(running) = preparation.take()
            {
                // If the preparation failed, the group repeats it and reports the error.
                drop(running.join());
            }
            eprintln!("[test] {name}");
            let mut count = group(workspace, filter).unwrap_or_else(|error| {
                eprintln!("error: {error:#}");
                Count::FAILED
            });
            if !filter.is_empty() && count == Count::default() {
                eprintln!("error: no test is called that: {}", filter.join(" "));
                count = Count::FAILED;
            }
            summary.push((*name, count));
        }
        Ok(summary)
    })
}
