//! Installs and builds the requirements of browser tests while other tests run.

use std::thread::{Scope, ScopedJoinHandle};

use anyhow::Result;

use crate::backend::{self, Profile};
use crate::browser::Browser;
use crate::frontend;
use crate::nginx;
use crate::tools::{Tools, ensure_test_packages, ensure_wasm_target};
use crate::workspace::Workspace;

/// Returns true if a group needs [`prepare`].
pub(super) fn is_for(group: &str) -> bool {
    matches!(group, "wasm" | "e2e" | "shells")
}

/// Starts the preparation if one of the groups needs it and another group runs before.
pub(super) fn prepare<'scope>(
    workspace: &'scope Workspace,
    groups: &[&str],
    scope: &'scope Scope<'scope, '_>,
) -> Result<Option<ScopedJoinHandle<'scope, ()>>> {
    // Clippy compiles for the browser, too.
    if groups.iter().any(|group| is_for(group) || *group == "lint") {
        ensure_wasm_target(workspace)?;
    }
    let e2e = groups.iter().any(|group| matches!(*group, "e2e" | "shells"));
    let needed = groups.iter().skip_while(|group| is_for(group)).any(|group| is_for(group));
    Ok(needed.then(|| scope.spawn(move || drop(bring(workspace, e2e)))))
}

fn bring(workspace: &Workspace, e2e: bool) -> Result<()> {
    Browser::ensure()?;
    Tools::ensure(workspace)?;
    if e2e {
        nginx::ensure()?;
        ensure_test_packages(workspace)?;
        frontend::ensure_built(workspace)?;
        backend::build(workspace, Profile::Release)?;
    }
    Ok(())
}
