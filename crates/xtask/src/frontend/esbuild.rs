//! Bundles and minifies scripts and style sheets.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::tools::Tools;

/// Bundles a script or style sheet and all its imports into one file.
///
/// `names` are undeclared identifiers that the script uses, with their values as JSON. Imports of
/// `external` addresses are kept.
pub(crate) fn bundle(
    tools: &Tools,
    entry: &Path,
    names: &[(&str, String)],
    external: &[&str],
) -> Result<Vec<u8>> {
    let external = external.iter().map(|address| format!("--external:{address}"));
    run(tools, entry, names, ["--format=esm".to_owned()].into_iter().chain(external))
}

/// Bundles a script and all its imports into statements that assign its exports to `variable`.
/// Imports of the names in `aliases` resolve to those files.
pub(crate) fn bundle_into_variable(
    tools: &Tools,
    variable: &str,
    entry: &Path,
    names: &[(&str, String)],
    aliases: &[(&str, &Path)],
) -> Result<Vec<u8>> {
    let shape = ["--format=iife".to_owned(), format!("--global-name={variable}")];
    let aliases = aliases.iter().map(|(name, file)| format!("--alias:{name}={}", file.display()));
    run(tools, entry, names, shape.into_iter().chain(aliases))
}

fn run(
    tools: &Tools,
    entry: &Path,
    names: &[(&str, String)],
    more: impl Iterator<Item = String>,
) -> Result<Vec<u8>> {
    let mut command = Command::new(tools.program("esbuild")?);
    command.arg(entry).args(["--bundle", "--minify", "--log-level=warning"]);
    // The oldest browsers with all other features that the portal uses.
    command.arg("--target=chrome119,firefox125,safari17.4");
    command.arg("--charset=utf8");
    command.args(names.iter().map(|(name, value)| format!("--define:{name}={value}")));
    command.args(more);
    let output = command.stdin(Stdio::null()).output().context("starting esbuild")?;
    if !output.status.success() {
        bail!("bundling {}\n{}", entry.display(), String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}
