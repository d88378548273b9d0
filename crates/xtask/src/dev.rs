//! `cargo xtask dev`: serves a frontend that is rebuilt and reloaded when a file changes, with a
//! debug build of the backend.

use std::net::TcpListener;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result};

use crate::backend::{self, Backend};
use crate::frontend;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The address to which Trunk.toml forwards `/api` and `/demo`.
const BACKEND_ADDRESS: &str = "127.0.0.1:8081";

/// Runs until the user interrupts it.
pub(crate) fn run(workspace: &Workspace) -> Result<ExitCode> {
    TcpListener::bind(BACKEND_ADDRESS)
        .with_context(|| format!("{BACKEND_ADDRESS}, where Trunk.toml expects the backend"))?;
    frontend::check_sentences(workspace)?;
    let tools = Tools::ensure(workspace)?.with_trunk(workspace)?;
    let program = backend::build(workspace, backend::Profile::Debug)?;
    let backend = Backend::start(
        &workspace.root,
        &program,
        &["--listen", BACKEND_ADDRESS],
        Stdio::inherit(),
    )?;
    eprintln!("[dev] backend on {}", backend.url);
    let mut trunk = Command::new(tools.program("trunk")?);
    // A separate output folder, because `dist` holds the release build.
    let dist = workspace.state().join("dev");
    trunk.args(["serve", "--offline", "--dist"]).arg(dist).current_dir(&workspace.root);
    let status = frontend::for_trunk(&mut trunk, &tools)?.status().context("starting Trunk")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
