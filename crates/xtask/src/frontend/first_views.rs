//! The first view of the modal in each language and environment. The loader shows it before the
//! app's code has arrived.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::files::{files_below, remove_folder};
use crate::process::{cargo, run_quietly};
use crate::workspace::Workspace;

/// The folder with the rendered views.
pub(crate) struct FirstViews(PathBuf);

impl FirstViews {
    /// Renders all views.
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

    /// Writes all views with one common digest and returns it as a JavaScript string literal. The
    /// entry builds each name from language, environment and digest.
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
