//! `cargo xtask serve`: runs the whole portal on this machine with demo accounts.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::backend;
use crate::frontend;
use crate::workspace::Workspace;

const DEFAULT_ADDRESS: &str = "127.0.0.1:8080";

/// Builds outdated parts and then replaces this process by the backend, so that the backend writes
/// to standard output and receives the signals sent to this process.
pub(crate) fn run(workspace: &Workspace, flags: &[String]) -> Result<ExitCode> {
    refuse_taken_address(flags)?;
    let program = build(workspace)?;
    let mut command = Command::new(program);
    command.current_dir(&workspace.root).arg("--demo");
    if !flags.iter().any(|flag| flag.starts_with("--static-dir")) {
        command.arg("--static-dir").arg(workspace.dist());
    }
    Err(command.args(flags).exec()).context("starting the backend")
}

/// Builds both at the same time, because the last steps of the frontend's build use only one core.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    thread::scope(|scope| {
        let frontend = scope.spawn(|| frontend::ensure_built(workspace));
        let backend = scope.spawn(|| backend::build(workspace, backend::Profile::Release));
        frontend.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        backend.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// Reports an address in use before the build starts.
fn refuse_taken_address(flags: &[String]) -> Result<()> {
    let named = flags.iter().enumerate().find_map(|(index, flag)| match flag.as_str() {
        "--listen" => flags.get(index + 1).cloned(),
        flag => flag.strip_prefix("--listen=").map(str::to_owned),
    });
    let address = named
        .or_else(|| std::env::var("PORTAL_LISTEN").ok())
        .unwrap_or_else(|| DEFAULT_ADDRESS.to_owned());
    match TcpListener::bind(&address) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "{address} is used by another program; let the system choose a port with\n  \
             cargo xtask serve -- --listen 127.0.0.1:0"
        ),
        // Other errors are left to the backend.
        _ => Ok(()),
    }
}
