//! Where things are: the repository, cargo's output, the tools in the user's cache.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository and the folders outside of it that its tasks use.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's output.
    pub(crate) target: PathBuf,
    /// Installed tools, each in a folder of its name and version; shared by all clones.
    pub(crate) tools: PathBuf,
}

impl Workspace {
    /// The repository that this program was built from.
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

    /// The built frontend, as the backend serves it.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What this program keeps between runs; inside cargo's output, so that `cargo clean`
    /// forgets it.
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
