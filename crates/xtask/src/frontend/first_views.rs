//! The first view of the modal in each language and environment, which the loader draws before the
//! app's code is there.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{cargo, run_quietly};
use crate::workspace::Workspace;

/// Renders the views into a folder and returns it.
pub(crate) fn render(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.state().join("first-views");
    run_quietly(
        cargo(&workspace.root)
            .args(["run", "--quiet", "--offline", "--package=partner-portal-first-view", "--"])
            .arg(&folder),
    )?;
    Ok(folder)
}
