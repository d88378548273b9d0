//! Installs and builds the requirements of browser tests while other tests run.

use std::thread::{Scope, ScopedJoinHandle};

use anyhow::Result;

use crate::backend::{self, Profile};
use crate::browser::Browser;
use crate::firefox;
use crate::frontend;
use crate::nginx;
use crate::tools::{Tools, ensure_test_packages, ensure_wasm_target};
use crate::webkit::WebKit;
use crate::workspace::Workspace;

/// Returns true if a group needs [`prepare`].
pub(super) fn is_for(group: &str) -> bool {
    group == "wasm" || needs_backend(group)
}

/// Returns true if a group needs the built portal with its backend.
fn needs_backend(group: &str) -> bool {
    matches!(group, "e2e" | "firefox" | "webkit" | "shells")
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
    let needed = groups.iter().skip_while(|group| is_for(group)).any(|group| is_for(group));
    let groups: Vec<String> = groups.iter().map(ToString::to_string).collect();
    Ok(needed.then(|| scope.spawn(move || drop(bring(workspace, &groups)))))
}

fn bring(workspace: &Workspace, groups: &[String]) -> Result<()> {
    let names = |name: &str| groups.iter().any(|group| group == name);
    if names("wasm") || names("e2e") || names("shells") {
        Browser::ensure()?;
    }
    if names("firefox") {
        firefox::ensure()?;
    }
    if names("webkit") {
        WebKit::ensure()?;
    }
    Tools::ensure(workspace)?;
    if groups.iter().any(|group| needs_backend(group)) {
        nginx::ensure()?;
        ensure_test_packages(workspace)?;
        frontend::ensure_built(workspace)?;
        backend::build(workspace, Profile::Release)?;
    }
    Ok(())
}
