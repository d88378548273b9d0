//! The frontend as it is served: built by Trunk, finished by [`finish`] from Trunk's hook.

mod app_code;
mod assets;
mod compress;
mod esbuild;
mod import_names;
mod inputs;
mod messages;
pub(crate) mod package;
mod paths;
mod sizes;
pub(crate) mod tables;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::process::{cargo, run_quietly};
use crate::step::step;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Builds the release frontend into `dist` unless it is already there, from the same files.
pub(crate) fn ensure_built(workspace: &Workspace) -> Result<()> {
    check_sentences(workspace)?;
    let tools = Tools::ensure(workspace)?;
    let inputs = inputs::digest(workspace)?;
    if inputs::built_from(workspace)?.is_some_and(|built| built == inputs) {
        return Ok(());
    }
    // Trunk and cargo are kept off the network below, so that a build cannot hang on it.
    step("install", "crates (cargo fetch)", || {
        run_quietly(cargo(&workspace.root).args(["fetch", "--locked"]))
    })?;
    step("build", "frontend: WebAssembly release build, styles, scripts, compression", || {
        let mut trunk = Command::new(tools.program("trunk")?);
        trunk.args(["build", "--release", "--offline"]).current_dir(&workspace.root);
        // Cargo adds these to the flags of .cargo/config.toml.
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", paths::remap_flag());
        run_quietly(for_trunk(&mut trunk, &tools)?)
    })?;
    // What was read at the start: a file that changed meanwhile leads to another build.
    inputs::remember(workspace, &inputs)
}

/// Tells what is wrong with the files of sentences before anything slow begins.
pub(crate) fn check_sentences(workspace: &Workspace) -> Result<()> {
    messages::read(&workspace.root).map(|_| ())
}

/// Gives Trunk the tools.
pub(crate) fn for_trunk<'a>(trunk: &'a mut Command, tools: &Tools) -> Result<&'a mut Command> {
    // The usual value of NO_COLOR is 1, which Trunk refuses: it knows `true` and `false` only.
    Ok(trunk.env("PATH", tools.path()?).env_remove("NO_COLOR"))
}

/// Builds, writes the package, prints the size of each part, and fails when the first view has become
/// too large.
pub(crate) fn build_and_report(workspace: &Workspace) -> Result<ExitCode> {
    ensure_built(workspace)?;
    let package = package::write(workspace)?;
    let verdict = sizes::report(&workspace.dist())?;
    println!("package: {}", package.display());
    Ok(verdict)
}

/// Turns what Trunk has staged into what is served.
pub(crate) fn finish(workspace: &Workspace) -> Result<ExitCode> {
    let stage: PathBuf = std::env::var_os("TRUNK_STAGING_DIR")
        .context("`finish` is called by Trunk, from the hook in Trunk.toml")?
        .into();
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let tools = Tools::ensure(workspace)?;
    let app = app_code::cut(workspace, &tools, release)?;
    let tables = tables::build(workspace, &tools)?;
    assets::write(workspace, &tools, &stage, &app, &tables)?;
    if release {
        compress::neighbours(&stage).context("compressing")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Every file below a folder, sorted.
fn files_below(folder: &std::path::Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
