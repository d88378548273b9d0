//! Compiles a crate to the smallest WebAssembly.
//!
//! The standard library is compiled with the crate, because the one that comes with Rust formats a
//! message for every panic. A panic of this build is a trap without a message: `src/embed/app.js`
//! reports it. The flags are unstable, so `RUSTC_BOOTSTRAP` lets a stable compiler accept them.

use std::process::Command;

use crate::process::cargo;
use crate::workspace::Workspace;

/// Cargo's target for browsers.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// The profile of the release build. `index.html` names it for Trunk.
pub(super) const PROFILE: &str = "wasm-release";

/// Removes messages of panics, places in the source, and text for developers (`{:?}`). No path of
/// the build machine remains.
const FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Adds the options that compile the standard library from its source.
fn with_std(command: &mut Command) -> &mut Command {
    command
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        .args(["--target", TARGET])
        .env("RUSTC_BOOTSTRAP", "1")
}

/// Returns the command that downloads the crates of the workspace and of the standard library.
pub(super) fn fetch(workspace: &Workspace) -> Command {
    let mut command = cargo(&workspace.root);
    with_std(command.args(["fetch", "--locked"]));
    command
}

/// Returns the command that compiles `package`. `flags` names the variable through which cargo gets
/// the compiler's flags.
pub(super) fn compile(workspace: &Workspace, package: &str, flags: &str) -> Command {
    let mut command = cargo(&workspace.root);
    with_std(command.args(["build", "--offline", "--package", package, "--profile", PROFILE]))
        .env(flags, FLAGS);
    command
}
