//! The programs that a build needs beside Rust and Node.js, at exact versions.
//!
//! Each is installed once a user, into a folder that its version names, so that a newer
//! version of the portal never breaks an older one.

mod install;
mod node_packages;

pub(crate) use install::whole_or_not;
pub(crate) use node_packages::ensure_test_packages;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{on_path, path_with, run_quietly};
use crate::step::step;
use crate::workspace::Workspace;

/// The newest that builds with the repository's Rust. Only `cargo xtask dev` needs it.
const TRUNK: &str = "0.21.14";
/// Holds `wasm-opt` 132.
const BINARYEN: &str = "132.0.0";
/// Bundles and shrinks the entry scripts and the style sheets.
const ESBUILD: &str = "0.28.2";

/// The installed tools.
#[derive(Debug)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Installs what a build needs and this machine lacks.
    pub(crate) fn ensure(workspace: &Workspace) -> Result<Self> {
        ensure_wasm_target(workspace)?;
        on_path(&["node"]).context("Node.js is not installed: see https://nodejs.org")?;
        let bindgen = wasm_bindgen_version(workspace)?;
        let folders = vec![
            // Its lock file asks for a release that the registry no longer serves.
            install::crate_program(workspace, "wasm-bindgen-cli", &bindgen, false)?,
            install::node_program(workspace, "binaryen", BINARYEN)?,
            install::node_program(workspace, "esbuild", ESBUILD)?,
        ];
        Ok(Self { folders })
    }

    /// Also installs Trunk.
    pub(crate) fn with_trunk(mut self, workspace: &Workspace) -> Result<Self> {
        self.folders.push(install::crate_program(workspace, "trunk", TRUNK, true)?);
        Ok(self)
    }

    /// The path for programs, with the tools before all others.
    pub(crate) fn path(&self) -> Result<OsString> {
        path_with(&self.folders)
    }

    /// One of the tools.
    pub(crate) fn program(&self, name: &str) -> Result<PathBuf> {
        self.folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
            .with_context(|| format!("{name} is not among the installed tools"))
    }
}

/// The bindings and their program must agree to the patch, so the lock file decides.
fn wasm_bindgen_version(workspace: &Workspace) -> Result<String> {
    let lock =
        std::fs::read_to_string(workspace.root.join("Cargo.lock")).context("reading Cargo.lock")?;
    lock.split_once("name = \"wasm-bindgen\"\nversion = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .context("Cargo.lock names no wasm-bindgen")
}

/// Installs Rust's standard library for the browser.
pub(crate) fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", target]).current_dir(&workspace.root);
    let output = rustc.output().context("starting rustc")?;
    if PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).is_dir() {
        return Ok(());
    }
    step("install", "Rust for the browser (rustup target add wasm32-unknown-unknown)", || {
        let mut rustup = Command::new("rustup");
        run_quietly(rustup.args(["target", "add", target]).current_dir(&workspace.root))
    })
}
