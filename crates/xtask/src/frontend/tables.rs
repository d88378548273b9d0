//! Builds `crates/tables` into a WebAssembly module that is loaded beside the first view.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::release_build::{self, PROFILE, TARGET};
use crate::process::run_quietly;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The paths of the module's two files.
pub(crate) struct Tables {
    pub(crate) script: PathBuf,
    pub(crate) code: PathBuf,
}

/// Flags of wasm-opt that keep functions from being inlined, as in the app. The code is longer but
/// compresses better.
const OPTIMISE: [&str; 3] =
    ["-Oz", "--always-inline-max-function-size=0", "--one-caller-inline-max-function-size=0"];

/// Builds the module, unless it has already been built from the same compiled crate.
pub(crate) fn build(workspace: &Workspace, tools: &Tools) -> Result<Tables> {
    // `RUSTFLAGS` replaces the flags of .cargo/config.toml, which are for the app only. They would
    // leave relocations in this module.
    run_quietly(&mut release_build::compile(workspace, "partner-portal-tables", "RUSTFLAGS"))?;
    let compiled = workspace.target.join(TARGET).join(PROFILE).join("partner_portal_tables.wasm");
    let folder = workspace.state().join("tables");
    let tables = Tables { script: folder.join("tables.js"), code: folder.join("tables.wasm") };

    let bytes = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let digest = Sha256::new().chain_update(OPTIMISE.concat()).chain_update(&bytes).finalize();
    let digest = format!("{digest:x}");
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
            .args(OPTIMISE)
            .arg("--output")
            .arg(&tables.code)
            .arg(folder.join("tables_bg.wasm")),
    )?;
    fs::write(made_from, digest)?;
    Ok(tables)
}
