//! The first view of the modal in each language and environment, which the loader draws before the
//! app's code is there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::{files_below, remove_folder};
use crate::process::{cargo, run_quietly};
use crate::workspace::Workspace;

/// The rendered views, in a folder.
pub(crate) struct FirstViews(PathBuf);

impl FirstViews {
    /// Renders them.
    pub(crate) fn render(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.state().join("first-views");
        remove_folder(&folder)?;
        run_quietly(
            cargo(&workspace.root)
                .args(["run", "--quiet", "--offline", "--package=partner-portal-first-view", "--"])
                .arg(&folder),
        )?;
        Ok(Self(folder))
    }

    /// Writes them under one digest of all, which it returns as a string of JavaScript: the entry can
    /// name each by its language and environment.
    pub(crate) fn write(&self, stage: &Path) -> Result<String> {
        let files = files_below(&self.0)?;
        let mut digest = Sha256::new();
        for file in &files {
            digest.update(fs::read(file)?);
        }
        let digest = format!("{:x}", digest.finalize())[..10].to_owned();
        let to = stage.join("first-views");
        fs::create_dir_all(&to)?;
        for file in files {
            let name = file.file_stem().and_then(|name| name.to_str()).context("a file's name")?;
            fs::copy(&file, to.join(format!("{name}-{digest}.json")))?;
        }
        Ok(format!("\"{digest}\""))
    }
}
