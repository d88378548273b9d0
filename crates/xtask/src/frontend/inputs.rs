//! Checks whether the built frontend is up to date.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::files::files_below;
use crate::workspace::Workspace;

/// All files from which the frontend is built. The compiler's version is added separately.
const INPUTS: [&str; 13] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/contract/Cargo.toml",
    "crates/contract/src",
    "crates/first_view",
    "crates/tables",
    "crates/xtask/src/frontend",
    "crates/xtask/src/tools",
    "index.html",
    "src",
    "style",
];

/// Returns a digest of all inputs.
pub(crate) fn digest(workspace: &Workspace) -> Result<String> {
    let mut digest = Sha256::new();
    let rustc = Command::new("rustc").arg("--version").current_dir(&workspace.root).output()?;
    digest.update(&rustc.stdout);
    for input in INPUTS.map(|input| workspace.root.join(input)) {
        let files = if input.is_dir() { files_below(&input)? } else { vec![input] };
        for file in files.into_iter().filter(|file| !is_document(file)) {
            let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            add(&mut digest, &file, &content);
        }
    }
    Ok(format!("{:x}", digest.finalize()))
}

/// Checks whether a file is for readers only, so that a change of it needs no build.
fn is_document(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "md")
}

/// Returns the digest of the inputs from which `dist` was built, or `None` if `dist` has changed
/// since.
pub(crate) fn built_from(workspace: &Workspace) -> Result<Option<String>> {
    let Ok(record) = fs::read_to_string(record(workspace)) else { return Ok(None) };
    let Some((inputs, output)) = record.split_once('\n') else { return Ok(None) };
    Ok((output == listing(&workspace.dist())?).then(|| inputs.to_owned()))
}

/// Records the digest of the inputs from which `dist` was built.
pub(crate) fn remember(workspace: &Workspace, inputs: &str) -> Result<()> {
    fs::create_dir_all(workspace.state())?;
    fs::write(record(workspace), format!("{inputs}\n{}", listing(&workspace.dist())?))?;
    Ok(())
}

fn record(workspace: &Workspace) -> PathBuf {
    workspace.state().join("frontend-built-from")
}

/// Returns a digest of the files' names and lengths. The names contain digests of the contents, so
/// the contents need not be read.
fn listing(dist: &Path) -> Result<String> {
    if !dist.is_dir() {
        return Ok(String::new());
    }
    let mut digest = Sha256::new();
    for file in files_below(dist)? {
        add(&mut digest, &file, &fs::metadata(&file)?.len().to_le_bytes());
    }
    Ok(format!("{:x}", digest.finalize()))
}

fn add(digest: &mut Sha256, file: &Path, content: &[u8]) {
    digest.update(file.as_os_str().as_encoded_bytes());
    digest.update([0]);
    digest.update(content.len().to_le_bytes());
    digest.update(content);
}
