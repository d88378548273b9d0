//! The paths of the repository, cargo's output and the installed tools.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository and the folders outside it that the tasks use.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// Cargo's output.
    pub(crate) target: PathBuf,
    /// The installed tools, each in a folder with its name and version. All clones share them.
    pub(crate) tools: PathBuf,
}

impl Workspace {
    /// Returns the repository from which this program was built.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .context("this program's crate lies two folders below the repository")?
            .to_owned();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |named| root.join(named));
        let tools = cache()?.join("partner-portal").join("tools");
        Ok(Self { root, target, tools })
    }

    /// Returns the folder of the built frontend, which the backend serves.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns the folder for state that is kept between runs. It is inside cargo's output, so
    /// `cargo clean` deletes it.
    pub(crate) fn state(&self) -> PathBuf {
        self.target.join("xtask")
    }
}

fn cache() -> Result<PathBuf> {
    if let Some(named) = env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        return Ok(named.into());
    }
    let home = PathBuf::from(env::var_os("HOME").context("HOME names no folder")?);
    let folder = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    Ok(home.join(folder))
}
