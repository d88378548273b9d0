//! The frontend as it is served.
//!
//! `cargo xtask build` compiles the app itself, so a new machine need not compile Trunk first.
//! `cargo xtask dev` leaves the compiling to Trunk. Both end in the same [`write_files`].

mod app_code;
mod assets;
mod compress;
mod esbuild;
mod first_views;
mod import_names;
mod inputs;
mod messages;
mod node_classes;
pub(crate) mod package;
mod paths;
mod preload;
mod sizes;
pub(crate) mod tables;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use self::assets::Parts;
use self::first_views::FirstViews;
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
    // The builds below stay off the network, so that none can hang on it.
    step("install", "crates (cargo fetch)", || {
        run_quietly(cargo(&workspace.root).args(["fetch", "--locked"]))
    })?;
    step("build", "frontend: WebAssembly release build, styles, scripts, compression", || {
        build(workspace, &tools)
    })?;
    // What was read at the start: a file that changed meanwhile leads to another build.
    inputs::remember(workspace, &inputs)
}

/// Builds the release frontend beside `dist` and then puts it in its place, so that a server never
/// sees half of it.
fn build(workspace: &Workspace, tools: &Tools) -> Result<()> {
    app_code::compile(workspace)?;
    let stage = workspace.root.join("dist.partial");
    remove_folder(&stage)?;
    fs::create_dir_all(&stage)?;
    fs::copy(workspace.root.join("index.html"), stage.join("index.html"))?;
    write_files(workspace, tools, &stage, true)?;
    remove_folder(&workspace.dist())?;
    fs::rename(&stage, workspace.dist()).context("putting the built frontend into dist")
}

fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", folder.display()))
        }
        _ => Ok(()),
    }
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
    println!("\nlinks for a page that knows early that it will show a portal:");
    print!("{}", preload::links(&workspace.dist())?);
    println!("\npackage: {}", package.display());
    Ok(verdict)
}

/// Turns what Trunk has staged into what is served.
pub(crate) fn finish(workspace: &Workspace) -> Result<ExitCode> {
    let stage: PathBuf = std::env::var_os("TRUNK_STAGING_DIR")
        .context("`finish` is called by Trunk, from the hook in Trunk.toml")?
        .into();
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    // What Trunk made of the whole app; it is served in pieces.
    for whole in ["partner-portal.js", "partner-portal_bg.wasm"] {
        fs::remove_file(stage.join(whole)).with_context(|| format!("removing {whole}"))?;
    }
    write_files(workspace, &Tools::ensure(workspace)?, &stage, release)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes what is served of the compiled app, in a folder that holds `index.html`.
fn write_files(workspace: &Workspace, tools: &Tools, stage: &Path, release: bool) -> Result<()> {
    let app = app_code::cut(workspace, tools, release)?;
    let tables = tables::build(workspace, tools)?;
    let first_views = FirstViews::render(workspace)?;
    let parts = Parts { app, tables, first_views };
    assets::write(workspace, tools, stage, &parts)?;
    if release {
        // A build for development asks for classes that it then does without.
        let frame = workspace.root.join("src/embed/app.js");
        node_classes::check(&fs::read_to_string(frame)?, &fs::read_to_string(&parts.app.script)?)?;
        compress::neighbours(stage).context("compressing")?;
    }
    Ok(())
}

/// Every file below a folder, sorted.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
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
