//! Installs the programs that a build needs in addition to Rust and Node.js, with exact versions.
//!
//! Each is installed once per user, into a folder with its version in the name, so that a newer
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

/// The newest version that compiles with the repository's Rust. Only `cargo xtask dev` needs Trunk.
const TRUNK: &str = "0.21.14";
/// Contains `wasm-opt` 132.
const BINARYEN: &str = "132.0.0";
/// Bundles and minifies the entry scripts and style sheets.
const ESBUILD: &str = "0.28.2";

/// The installed tools.
#[derive(Debug)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Installs missing tools.
    pub(crate) fn ensure(workspace: &Workspace) -> Result<Self> {
        ensure_wasm_target(workspace)?;
        on_path(&["node"]).context("Node.js is not installed: see https://nodejs.org")?;
        let bindgen = wasm_bindgen_version(workspace)?;
        let folders = vec![
            // `--locked` is not used, because the crate's lock file names a release that was
            // removed from the registry.
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

    /// Returns the `PATH` with the tools in front.
    pub(crate) fn path(&self) -> Result<OsString> {
        path_with(&self.folders)
    }

    /// Returns the path of a tool.
    pub(crate) fn program(&self, name: &str) -> Result<PathBuf> {
        self.folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
            .with_context(|| format!("{name} is not among the installed tools"))
    }
}

/// Returns the version of wasm-bindgen from the lock file. The library and the program must have
/// exactly the same version.
fn wasm_bindgen_version(workspace: &Workspace) -> Result<String> {
    let lock =
        std::fs::read_to_string(workspace.root.join("Cargo.lock")).context("reading Cargo.lock")?;
    lock.split_once("name = \"wasm-bindgen\"\nversion = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .context("Cargo.lock names no wasm-bindgen")
}

/// Installs Rust's standard library for the browser target, compiled for the tests and as source for
/// the release build.
pub(crate) fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let libraries = rustc_print(workspace, &["target-libdir", "--target", target])?;
    if !libraries.is_dir() {
        rustup(workspace, ["target", "add", target])?;
    }
    let source = rustc_print(workspace, &["sysroot"])?.join("lib/rustlib/src/rust/library");
    if !source.is_dir() {
        rustup(workspace, ["component", "add", "rust-src"])?;
    }
    Ok(())
}

/// Returns a folder that the compiler names.
fn rustc_print(workspace: &Workspace, what: &[&str]) -> Result<PathBuf> {
    let mut rustc = Command::new("rustc");
    let output = rustc.arg("--print").args(what).current_dir(&workspace.root).output();
    let folder = output.context("starting rustc")?.stdout;
    Ok(PathBuf::from(String::from_utf8_lossy(&folder).trim()))
}

fn rustup(workspace: &Workspace, arguments: [&str; 3]) -> Result<()> {
    let what = format!("Rust for the browser (rustup {})", arguments.join(" "));
    step("install", &what, || {
        run_quietly(Command::new("rustup").args(arguments).current_dir(&workspace.root))
    })
}
