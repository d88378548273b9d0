//! Runs the portal in shells with their own packages: bundlers, frameworks and routers of pages.
//!
//! They take long and download much, so they only run when they are named.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::count::Count;
use super::e2e;
use crate::process::run_quietly;
use crate::tools::whole_or_not;
use crate::workspace::Workspace;

/// Installs the packages of all shells and runs the tests.
pub(crate) fn run(workspace: &Workspace, filter: &[String]) -> Result<Count> {
    let installed = workspace.tools.with_file_name("shells");
    let sources = workspace.root.join("tests/e2e/shells");
    for entry in fs::read_dir(&sources).context("reading the shells")? {
        let source = entry?.path();
        if source.join("package-lock.json").is_file() {
            install(workspace, &source, &installed)?;
        }
    }
    e2e::run_with(workspace, filter, &[("PORTAL_SHELLS_DIR", installed.as_os_str())])
}

/// Installs the packages of one shell into a folder with its name and a digest of its lock file.
fn install(workspace: &Workspace, source: &Path, installed: &Path) -> Result<()> {
    let name = source.file_name().context("a shell's folder has a name")?.to_string_lossy();
    let lock = fs::read(source.join("package-lock.json"))?;
    let digest = format!("{:x}", Sha256::digest(lock));
    let folder: PathBuf = installed.join(format!("{name}-{}", &digest[..10]));
    let what = format!("npm packages of the shell {name} (npm ci)");
    whole_or_not(&workspace.tools, &folder, &what, |partial| {
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), partial.join(file))?;
        }
        run_quietly(
            Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(partial),
        )
    })
}
