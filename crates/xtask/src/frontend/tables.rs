//! Builds `crates/tables` into a WebAssembly module that is loaded beside the first view.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::process::{cargo, run_quietly};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// Where the module's two files are.
pub(crate) struct Tables {
    pub(crate) script: PathBuf,
    pub(crate) code: PathBuf,
}

/// Builds it; a module that is already there, from the same compiled crate, is kept.
pub(crate) fn build(workspace: &Workspace, tools: &Tools) -> Result<Tables> {
    let profile = "wasm-release";
    let target = "wasm32-unknown-unknown";
    run_quietly(cargo(&workspace.root).args([
        "build",
        "--offline",
        "--package=partner-portal-tables",
        "--target",
        target,
        "--profile",
        profile,
    ]))?;
    let compiled = workspace.target.join(target).join(profile).join("partner_portal_tables.wasm");
    let folder = workspace.state().join("tables");
    let tables = Tables { script: folder.join("tables.js"), code: folder.join("tables.wasm") };

    let bytes = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let digest = format!("{:x}", Sha256::digest(&bytes));
    let made_from = folder.join("made-from");
    if fs::read_to_string(&made_from).is_ok_and(|made| made == digest) {
        return Ok(tables);
    }
    run_quietly(
        Command::new(tools.program("wasm-bindgen")?)
            .args(["--target=web", "--no-typescript", "--out-name=tables", "--out-dir"])
            .arg(&folder)
            .arg(&compiled),
    )?;
    run_quietly(
        Command::new(tools.program("wasm-opt")?)
            .args(["-Oz", "--output"])
            .arg(&tables.code)
            .arg(folder.join("tables_bg.wasm")),
    )?;
    fs::write(made_from, digest)?;
    Ok(tables)
}
