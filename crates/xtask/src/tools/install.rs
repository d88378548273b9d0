//! Installs a program atomically.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{cargo, run_quietly};
use crate::step::step;
use crate::workspace::Workspace;

/// Installs a program from a crate and returns the folder that contains it.
pub(crate) fn crate_program(
    workspace: &Workspace,
    name: &str,
    version: &str,
    locked: bool,
) -> Result<PathBuf> {
    let folder = workspace.tools.join(format!("{}-{version}", name.trim_end_matches("-cli")));
    let what = format!("{name} {version}, compiled from its crate (some minutes)");
    whole_or_not(&workspace.tools, &folder, &what, |partial| {
        let mut command = cargo(&workspace.tools);
        command.args(["install", "--quiet", &format!("{name}@{version}"), "--root"]).arg(partial);
        if locked {
            command.arg("--locked");
        }
        // A tool runs for seconds, but compiling it with all optimisations takes minutes longer.
        command
            .arg("--debug")
            .envs([("CARGO_PROFILE_DEV_OPT_LEVEL", "1"), ("CARGO_PROFILE_DEV_DEBUG", "false")]);
        // The settings of this repository's build do not apply to a tool.
        run_quietly(command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))
    })?;
    Ok(folder.join("bin"))
}

/// Installs a program from an npm package and returns the folder that contains it.
pub(crate) fn node_program(workspace: &Workspace, name: &str, version: &str) -> Result<PathBuf> {
    // Versions of Binaryen are a single number, to which npm adds `.0.0`.
    let folder = workspace.tools.join(format!("{name}-{}", version.trim_end_matches(".0.0")));
    let what = format!("{name} {version} (npm)");
    whole_or_not(&workspace.tools, &folder, &what, |partial| {
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(partial);
        run_quietly(command.arg(format!("{name}@{version}")).current_dir(partial))
    })?;
    Ok(folder.join("node_modules").join(".bin"))
}

/// Fills a temporary folder beside the real one and renames it, so that an interrupted installation
/// never looks complete. A lock keeps two clones from doing the same work.
pub(crate) fn whole_or_not(
    tools: &Path,
    folder: &Path,
    what: &str,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(tools).with_context(|| format!("creating {}", tools.display()))?;
    let lock = File::create(tools.join(".lock"))?;
    if lock.try_lock().is_err() {
        step("install", "waiting for another installation", || Ok(lock.lock()?))?;
    }
    if folder.is_dir() {
        return Ok(());
    }
    let mut partial = folder.as_os_str().to_owned();
    partial.push(".partial");
    let partial = Path::new(&partial);
    if partial.exists() {
        fs::remove_dir_all(partial)?;
    }
    fs::create_dir(partial)?;
    step("install", what, || fill(partial))?;
    fs::rename(partial, folder).with_context(|| format!("completing {}", folder.display()))
}
