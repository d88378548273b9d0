//! `cargo xtask`: builds, serves, tests and measures the partner portal.
//!
//! Each subcommand first installs missing tools into a versioned folder of the user's cache.
//! Progress goes to standard error. Standard output contains results only.

mod backend;
mod bench;
mod browser;
mod debian;
mod dev;
mod firefox;
mod frontend;
mod nginx;
mod process;
mod serve;
mod step;
mod test;
mod time_zones;
mod tools;
mod webkit;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [-- FLAGS]   build everything and run the demo; FLAGS go to the backend
  dev                the backend and a frontend that rebuilds when a file changes
  build              the release frontend, and the size of each part
  test [GROUP...]    lint, native, wasm, e2e; all of them when none is named
  test firefox       the end-to-end tests in Firefox ESR
  test webkit        scenarios in WebKitGTK
  test shells        bundlers and frameworks as hosts; downloads their packages
  test GROUP -- ...  some tests of one group: `native -- NAME`, `e2e -- FILE -g NAME`
  bench [-- NAME...] what the portal costs beside a static page: time, memory, bytes
  time-zones         fetch the current IANA release and write the product's copy";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "serve" => serve::run(&workspace, after_dashes(rest)?),
        "bench" => bench::run(&workspace, after_dashes(rest)?),
        "test" => test::run(&workspace, rest),
        "dev" | "build" | "time-zones" | "finish" if !rest.is_empty() => {
            bail!("`{command}` takes no arguments\n\n{USAGE}")
        }
        "dev" => dev::run(&workspace),
        "build" => frontend::build_and_report(&workspace),
        "time-zones" => time_zones::run(&workspace),
        // Trunk calls this command through the hook in Trunk.toml.
        "finish" => frontend::finish(&workspace),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        unknown => bail!("there is no command `{unknown}`\n\n{USAGE}"),
    }
}

fn after_dashes(arguments: &[String]) -> Result<&[String]> {
    match arguments.split_first() {
        None => Ok(&[]),
        Some((dashes, flags)) if dashes == "--" => Ok(flags),
        Some((other, _)) => bail!("what the command passes on follows `--`, but found `{other}`"),
    }
}
