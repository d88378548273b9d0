//! Builds what the end-to-end tests need, and starts Playwright.

use std::process::Command;

use anyhow::Result;

use crate::backend::{self, Profile};
use crate::frontend;
use crate::nginx;
use crate::tools::ensure_test_packages;
use crate::workspace::Workspace;

/// Returns a command that runs the tests of a configuration in `tests/e2e`. `package` is the copy of
/// Playwright.
pub(super) fn command(
    workspace: &Workspace,
    package: &str,
    configuration: &str,
    filter: &[String],
) -> Result<Command> {
    frontend::ensure_built(workspace)?;
    let npm_package = frontend::package::write(workspace)?;
    let program = backend::build(workspace, Profile::Release)?;
    ensure_test_packages(workspace)?;
    let tests = workspace.root.join("tests");
    let mut command = Command::new("node");
    command
        .arg(tests.join("node_modules").join(package).join("cli.js"))
        .arg("test")
        .arg(format!("--config=e2e/{configuration}"))
        .args(filter)
        .current_dir(tests)
        .env("NGINX", nginx::ensure()?)
        .env("PORTAL_BACKEND_BIN", program)
        .env("PORTAL_STATIC_DIR", workspace.dist())
        .env("PORTAL_PACKAGE_DIR", npm_package);
    Ok(command)
}
