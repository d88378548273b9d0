//! Builds the reference backend and runs it as a child process.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::{cargo, run_quietly};
use crate::step::step;
use crate::workspace::Workspace;

/// The name of the backend's package and program.
pub(crate) const PACKAGE: &str = "partner-portal-backend";

/// The profile with which the backend is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Compiles quickly.
    Debug,
    /// Matches what operators run.
    Release,
}

/// Builds the backend and returns the path of its program.
pub(crate) fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let (what, folder, flag) = match profile {
        Profile::Debug => ("backend (debug)", "debug", None),
        Profile::Release => ("backend (release)", "release", Some("--release")),
    };
    step("build", what, || {
        run_quietly(cargo(&workspace.root).args(["build", "--package", PACKAGE]).args(flag))
    })?;
    Ok(workspace.target.join(folder).join(PACKAGE))
}

/// A running backend. Dropping this value ends the process.
#[derive(Debug)]
pub(crate) struct Backend {
    child: Child,
    /// The address at which it listens, such as `http://127.0.0.1:8081`.
    pub(crate) url: String,
}

impl Backend {
    /// Starts the demo in a folder, writes its log to `log`, and waits until it accepts
    /// connections.
    pub(crate) fn start(folder: &Path, program: &Path, flags: &[&str], log: Stdio) -> Result<Self> {
        let mut child = Command::new(program)
            .current_dir(folder)
            .arg("--demo")
            .args(flags)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .context("starting the backend")?;
        let stdout = child.stdout.take().context("its output is piped")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        if let Some(url) = line.trim().strip_prefix("listening on ") {
            return Ok(Self { child, url: url.to_owned() });
        }
        let status = child.wait()?;
        bail!("the backend ended with {status}; its log says why")
    }
}

impl Drop for Backend {
    fn drop(&mut self) {
        // The process may have ended by itself, so errors are ignored.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
