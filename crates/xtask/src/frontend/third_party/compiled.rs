//! Lists the crates that are compiled into the frontend.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::super::release_build::TARGET;
use crate::process::{cargo, output};
use crate::workspace::Workspace;

/// A package as described by `cargo metadata`.
#[derive(Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) license: Option<String>,
    pub(super) manifest_path: PathBuf,
    authors: Vec<String>,
}

impl Package {
    /// Returns the holders of the copyright.
    pub(super) fn holders(&self) -> String {
        if self.authors.is_empty() {
            format!("The authors of {}", self.name)
        } else {
            self.authors.join(", ")
        }
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// Returns the crates of others that the app and the tables are compiled from, sorted by name.
/// Macros run only during the build, so they are left out.
pub(super) fn packages(workspace: &Workspace) -> Result<Vec<Package>> {
    let mut tree = cargo(&workspace.root);
    tree.args(["tree", "--locked", "--target", TARGET, "--edges", "normal,no-proc-macro"])
        .args(["--package", "partner-portal", "--features", "partner-portal/chunks"])
        .args(["--package", "partner-portal-tables"])
        .args(["--prefix", "none", "--format", "{p}"]);
    let compiled = of_others(&String::from_utf8(output(&mut tree)?)?);

    let mut metadata = cargo(&workspace.root);
    metadata.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET]);
    let metadata: Metadata =
        serde_json::from_slice(&output(&mut metadata)?).context("reading cargo's metadata")?;
    let is_compiled =
        |package: &Package| compiled.contains(&(package.name.clone(), package.version.clone()));
    let mut packages: Vec<_> = metadata.packages.into_iter().filter(is_compiled).collect();
    ensure!(packages.len() == compiled.len(), "cargo's metadata lacks a compiled crate");
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(packages)
}

/// Reads the names and versions from the output of `cargo tree`. Crates of this workspace have a
/// path behind their version.
fn of_others(tree: &str) -> BTreeSet<(String, String)> {
    let package = |line: &str| {
        let mut words = line.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        let is_ours = words.any(|word| word.starts_with("(/"));
        (!is_ours).then(|| (name.to_owned(), version.to_owned()))
    };
    tree.lines().filter_map(package).collect()
}

#[cfg(test)]
mod tests {
    use super::of_others;

    #[test]
    fn crates_of_the_workspace_and_repetitions_are_left_out() {
        let tree = "partner-portal v0.1.0 (/home/ann/portal)\nleptos v0.8.23\nthiserror v1.0.69\n\
                    \nthiserror v2.0.21\nleptos v0.8.23 (*)\ntoml v1.2.1+spec-1.1.0 (*)\n";
        let expected = [
            ("leptos", "0.8.23"),
            ("thiserror", "1.0.69"),
            ("thiserror", "2.0.21"),
            ("toml", "1.2.1+spec-1.1.0"),
        ];
        let found = of_others(tree);
        let found: Vec<_> = found.iter().map(|(name, version)| (&**name, &**version)).collect();
        assert_eq!(found, expected);
    }
}
