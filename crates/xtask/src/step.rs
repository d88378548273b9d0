//! Prints the name and duration of each long step: `[build] wasm release build … 74 s`.

use std::io::{IsTerminal, Write};
use std::thread;
use std::time::Instant;

use anyhow::Result;

/// Runs a step whose own output is hidden, and prints its name and outcome.
pub(crate) fn step<T>(group: &str, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    // On a terminal, the line is printed immediately and completed later. In a log, or for a
    // background step, the whole line is printed at the end, so that other lines cannot interrupt
    // it.
    if std::io::stderr().is_terminal() && thread::current().name() == Some("main") {
        eprint!("[{group}] {what} … ");
        std::io::stderr().flush()?;
        let result = work();
        eprintln!("{}", outcome(result.is_ok(), started));
        return result;
    }
    eprintln!("[{group}] {what} …");
    let result = work();
    eprintln!("[{group}] {what} … {}", outcome(result.is_ok(), started));
    result
}

fn outcome(ok: bool, started: Instant) -> String {
    let seconds = started.elapsed().as_secs_f32();
    let word = if ok { "" } else { "failed after " };
    if seconds < 10.0 { format!("{word}{seconds:.1} s") } else { format!("{word}{seconds:.0} s") }
}
