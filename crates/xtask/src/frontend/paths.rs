//! Keeps the paths of the build machine out of the built files.

use std::env;
use std::path::PathBuf;

/// Returns the compiler flag that replaces the folder of downloaded crates by `/cargo` in panic
/// messages, so that the built files reveal nothing about the build machine and are the same on all
/// machines.
///
/// Returns an empty string if the folder is unknown or contains a blank, which cargo would treat as
/// the end of the flag.
pub(super) fn remap_flag() -> String {
    let named = env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    named
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .and_then(|home| home.into_os_string().into_string().ok())
        .filter(|home| !home.contains(char::is_whitespace))
        .map(|home| format!("--remap-path-prefix={home}=/cargo"))
        .unwrap_or_default()
}
