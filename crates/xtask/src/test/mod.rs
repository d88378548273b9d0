//! `cargo xtask test`: runs all checks, in groups that can be selected by name.

mod count;
mod e2e;
mod firefox;
mod lint;
mod native;
mod playwright;
mod preparation;
mod shells;
mod time_zones;
mod wasm;
mod webkit;

use std::process::ExitCode;
use std::thread;

use anyhow::{Result, bail, ensure};

use self::count::Count;
use self::preparation::prepare;
use crate::workspace::Workspace;

/// Runs a group's tests. The arguments, if any, are passed to the test program to select tests.
type Run = fn(&Workspace, &[String]) -> Result<Count>;

/// A group of tests.
struct Group {
    name: &'static str,
    run: Run,
    /// True if the group runs when none is named.
    is_usual: bool,
}

/// All groups, the fastest first.
const GROUPS: [Group; 7] = [
    Group { name: "lint", run: lint::run, is_usual: true },
    Group { name: "native", run: native::run, is_usual: true },
    Group { name: "wasm", run: wasm::run, is_usual: true },
    Group { name: "e2e", run: e2e::run, is_usual: true },
    Group { name: "firefox", run: firefox::run, is_usual: false },
    Group { name: "webkit", run: webkit::run, is_usual: false },
    Group { name: "shells", run: shells::run, is_usual: false },
];

/// Runs the named groups, or the usual ones. If one fails, the others still run.
///
/// Arguments behind `--` are passed to the test program of the single named group.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let (names, filter) = match arguments.iter().position(|argument| argument == "--") {
        Some(dashes) => (&arguments[..dashes], &arguments[dashes + 1..]),
        None => (arguments, &[][..]),
    };
    let known: Vec<_> = GROUPS.iter().map(|group| group.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!("there is no group `{unknown}`: choose from {}", known.join(", "));
    }
    if !filter.is_empty() {
        ensure!(
            names.len() == 1 && names[0] != "lint",
            "what follows `--` chooses tests of one group: name one of {} before it",
            known[1..].join(", ")
        );
    }
    let chosen: Vec<_> = GROUPS
        .iter()
        .filter(|group| match names {
            [] => group.is_usual,
            _ => names.iter().any(|name| name == group.name),
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
    groups: &[&'static Group],
    filter: &[String],
) -> Result<Vec<(&'static str, Count)>> {
    let names: Vec<_> = groups.iter().map(|group| group.name).collect();
    thread::scope(|scope| {
        let mut preparation = prepare(workspace, &names, scope)?;
        let mut summary = Vec::new();
        for Group { name, run, .. } in groups {
            if preparation::is_for(name)
                && let Some(running) = preparation.take()
            {
                // If the preparation failed, the group repeats it and reports the error.
                drop(running.join());
            }
            eprintln!("[test] {name}");
            let mut count = run(workspace, filter).unwrap_or_else(|error| {
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
