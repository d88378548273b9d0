//! Downloads a compiled release of the IANA time zones. The Python package `tzdata` contains each
//! release within days.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::debian;
use crate::process::{on_path, output, run_quietly};
use crate::tools::whole_or_not;
use crate::workspace::Workspace;

const INDEX: &str = "https://pypi.org/simple/tzdata/";

/// An unpacked release.
pub(super) struct Release {
    /// The version, such as `2026.6`, which is IANA's 2026f.
    pub(super) version: String,
    folder: PathBuf,
}

impl Release {
    /// Downloads the newest release.
    pub(super) fn newest(workspace: &Workspace) -> Result<Self> {
        ensure_curl()?;
        let index = output(
            curl().args(["--header", "Accept: application/vnd.pypi.simple.v1+json"]).arg(INDEX),
        )
        .with_context(|| format!("asking {INDEX} for the newest time zones"))?;
        let index: Value = serde_json::from_slice(&index).context("reading the index of tzdata")?;
        let files = index["files"].as_array().context("the index of tzdata lists no files")?;
        let source = |file: &Value| {
            let name = file["filename"].as_str()?;
            let version = name.strip_prefix("tzdata-")?.strip_suffix(".tar.gz")?;
            // `yanked` is either a reason or `false`.
            let is_good = matches!(file["yanked"], Value::Null | Value::Bool(false));
            is_good.then_some((number(version)?, version.to_owned(), file.clone()))
        };
        let (_, version, file) = files
            .iter()
            .filter_map(source)
            .max_by_key(|(number, ..)| *number)
            .context("the index of tzdata lists no release")?;
        let url = file["url"].as_str().context("the release has no URL")?;
        let digest = file["hashes"]["sha256"].as_str().context("the release has no digest")?;

        let folder = kept_in(workspace, &version);
        let what = format!("tzdata {version}, the IANA time zones (PyPI)");
        whole_or_not(&workspace.tools, &folder, &what, |partial| {
            let archive = partial.join("tzdata.tar.gz");
            run_quietly(curl().arg("--output").arg(&archive).arg(url))?;
            let found = format!("{:x}", Sha256::digest(fs::read(&archive)?));
            ensure!(found == digest, "{url} is not what the index promises");
            let mut tar = Command::new("tar");
            run_quietly(
                tar.arg("-xzf").arg(&archive).args(["--strip-components=1", "-C"]).arg(partial),
            )
        })?;
        Ok(Self { version, folder })
    }

    /// Returns the newest release or, without a network, the newest release on disk.
    pub(super) fn newest_or_kept(workspace: &Workspace) -> Result<Self> {
        let error = match Self::newest(workspace) {
            Ok(release) => return Ok(release),
            Err(error) => error,
        };
        eprintln!("[test] {error:#}");
        let names = fs::read_dir(&workspace.tools).into_iter().flatten().flatten();
        let kept = names
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                let version = name.strip_prefix("tzdata-")?;
                Some((number(version)?, version.to_owned()))
            })
            .max();
        let Some((_, version)) = kept else {
            bail!("the time zones could not be compared: no release was ever fetched");
        };
        eprintln!("[test] comparing with tzdata {version} instead, which was fetched earlier");
        Ok(Self { folder: kept_in(workspace, &version), version })
    }

    /// Reads a compiled zone.
    pub(super) fn zone(&self, name: &str) -> Result<Vec<u8>> {
        read(&self.data().join("zoneinfo").join(name))
    }

    /// Reads a text file of the release.
    pub(super) fn text(&self, path: &str) -> Result<String> {
        Ok(String::from_utf8(read(&self.data().join(path))?)?)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("src/tzdata")
    }
}

fn ensure_curl() -> Result<()> {
    let has_curl = || on_path(&["curl"]).is_some();
    if !has_curl() {
        debian::install(&["curl", "ca-certificates"])?;
    }
    ensure!(has_curl(), "no curl: install the package curl");
    Ok(())
}

fn curl() -> Command {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--connect-timeout", "20"]);
    curl
}

fn kept_in(workspace: &Workspace, version: &str) -> PathBuf {
    workspace.tools.join(format!("tzdata-{version}"))
}

/// Parses a version such as `2026.6` into comparable parts. Returns `None` for pre-releases.
fn number(version: &str) -> Option<(u32, u32)> {
    let (year, count) = version.split_once('.')?;
    Some((year.parse().ok()?, count.parse().ok()?))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}
