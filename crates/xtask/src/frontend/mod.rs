//! Builds the frontend's files.
//!
//! `cargo xtask build` compiles the app itself, so that a new machine need not compile Trunk first.
//! `cargo xtask dev` lets Trunk compile it. Both call [`write_files`] at the end.

mod app_code;
mod assets;
mod built;
mod compress;
mod esbuild;
mod files;
mod first_views;
mod function_order;
mod import_names;
mod inputs;
mod messages;
mod node_classes;
pub(crate) mod package;
mod preload;
mod release_build;
mod sizes;
pub(crate) mod tables;
mod third_party;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use self::assets::Parts;
use self::files::remove_folder;
use self::first_views::FirstViews;
use crate::process::run_quietly;
use crate::step::step;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Builds the release frontend into `dist`, unless `dist` is up to date.
pub(crate) fn ensure_built(workspace: &Workspace) -> Result<()> {
    check_sentences(workspace)?;
    let tools = Tools::ensure(workspace)?;
    let inputs = inputs::digest(workspace)?;
    if inputs::built_from(workspace)?.is_some_and(|built| built == inputs) {
        return Ok(());
    }
    // The following builds run offline, so that none can hang on the network.
    step("install", "crates (cargo fetch)", || run_quietly(&mut release_build::fetch(workspace)))?;
    step("build", "frontend: WebAssembly release build, styles, scripts, compression", || {
        build(workspace, &tools)
    })?;
    // Records the digest from the start of the build. If a file has changed meanwhile, the next run
    // builds again.
    inputs::remember(workspace, &inputs)
}

/// Builds the release frontend beside `dist` and then renames it, so that a server never sees an
/// incomplete build.
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

/// Reports faults in the files of sentences before a slow build begins.
pub(crate) fn check_sentences(workspace: &Workspace) -> Result<()> {
    messages::read(&workspace.root).map(|_| ())
}

/// Sets up the environment of Trunk.
pub(crate) fn for_trunk<'a>(trunk: &'a mut Command, tools: &Tools) -> Result<&'a mut Command> {
    // NO_COLOR is usually 1, but Trunk only accepts `true` and `false`.
    Ok(trunk.env("PATH", tools.path()?).env_remove("NO_COLOR"))
}

/// Builds the frontend, writes the package and prints the size of each part. Fails if the first
/// view is too large.
pub(crate) fn build_and_report(workspace: &Workspace) -> Result<ExitCode> {
    ensure_built(workspace)?;
    let package = package::write(workspace)?;
    let exit_code = sizes::report(&workspace.dist())?;
    println!("\nlinks for a page that knows early that it will show a portal:");
    print!("{}", preload::links(&workspace.dist())?);
    println!("\npackage: {}", package.display());
    Ok(exit_code)
}

/// Converts Trunk's output to the files that are served. Trunk calls it as a hook.
pub(crate) fn finish(workspace: &Workspace) -> Result<ExitCode> {
    let stage: PathBuf = std::env::var_os("TRUNK_STAGING_DIR")
        .context("`finish` is called by Trunk, from the hook in Trunk.toml")?
        .into();
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    // Removes Trunk's build of the whole app, because the app is served in chunks.
    for whole in ["partner-portal.js", "partner-portal_bg.wasm"] {
        fs::remove_file(stage.join(whole)).with_context(|| format!("removing {whole}"))?;
    }
    write_files(workspace, &Tools::ensure(workspace)?, &stage, release)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the files to be served into a folder that contains `index.html`.
fn write_files(workspace: &Workspace, tools: &Tools, stage: &Path, release: bool) -> Result<()> {
    let app = app_code::cut(workspace, tools, release)?;
    let tables = tables::build(workspace, tools)?;
    let first_views = FirstViews::render(workspace)?;
    let parts = Parts { app, tables, first_views };
    assets::write(workspace, tools, stage, &parts)?;
    if release {
        // Only the release build is checked, because a development build refers to classes that it
        // does not use.
        let frame = workspace.root.join("src/embed/app.js");
        node_classes::check(&fs::read_to_string(frame)?, &fs::read_to_string(&parts.app.script)?)?;
        compress::neighbours(stage).context("compressing")?;
    }
    Ok(())
}
