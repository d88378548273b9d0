//! Keeps the builder's folders out of what is shipped.

use std::env;
use std::path::PathBuf;

/// The flag of the compiler that names downloaded crates by `/cargo` in messages of panics,
/// whoever builds: what is shipped tells nothing of the builder, and two machines build alike.
///
/// Empty when the folder is not known, or has a blank in its name, which cargo takes for the end
/// of the flag.
pub(super) fn remap_flag() -> String {
    let named = env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    named
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .and_then(|home| home.into_os_string().into_string().ok())
        .filter(|home| !home.contains(char::is_whitespace))
        .map(|home| format!("--remap-path-prefix={home}=/cargo"))
        .unwrap_or_default()
}
