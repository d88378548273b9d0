//! `cargo xtask bench`: how long a user waits for the first field, and for each keystroke.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::backend::{self, Backend, Profile};
use crate::browser::Browser;
use crate::frontend;
use crate::tools::ensure_test_packages;
use crate::workspace::Workspace;

/// Measures with a browser, before the release build of both sides and an empty database.
pub(crate) fn run(workspace: &Workspace) -> Result<ExitCode> {
    frontend::ensure_built(workspace)?;
    let program = backend::build(workspace, Profile::Release)?;
    ensure_test_packages(workspace)?;
    let browser = Browser::ensure()?;
    let folder = workspace.state().join("bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let database = format!("sqlite://{}", folder.join("portal.db").display());
    let dist = workspace.dist().display().to_string();
    let flags = [
        "--listen=127.0.0.1:0",
        "--database-url",
        &database,
        "--static-dir",
        &dist,
        "--sign-ins-per-minute=100000",
    ];
    let log = std::fs::File::create(folder.join("backend.log"))?;
    // What the backend keeps beside its database ends up in the folder too.
    let backend = Backend::start(&folder, &program, &flags, log.into())?;
    let mut all_measured = true;
    for script in ["bench/first-field.mjs", "bench/form.mjs"] {
        let status = Command::new("node")
            .arg(script)
            .current_dir(workspace.root.join("tests"))
            .env("CHROMIUM", &browser.program)
            .env("PORTAL_URL", &backend.url)
            .status()
            .context("starting Node.js")?;
        all_measured &= status.success();
    }
    Ok(if all_measured { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
