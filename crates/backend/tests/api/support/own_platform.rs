//! The integration types of servers without `--demo`, which refuse the built-in platform.

use std::path::{Path, PathBuf};

pub(crate) const BUILT_IN: &str = include_str!("../../../integration-types.toml");

/// Returns the built-in data with another link of the platform, which makes it an own platform.
pub(crate) fn own_platform() -> String {
    let (made_up, own) = ("meridian.example.com/contact", "meridian.example.net/contact");
    let text = BUILT_IN.replacen(made_up, own, 1);
    assert_ne!(text, BUILT_IN);
    text
}

/// Writes the integration types into a folder, unless the flags name the demo or a file.
pub(crate) fn integration_types_for(folder: &Path, flags: &[&str]) -> Option<PathBuf> {
    if flags.contains(&"--demo") || flags.contains(&"--integration-types") {
        return None;
    }
    let file = folder.join("own-platform.toml");
    std::fs::write(&file, own_platform()).unwrap();
    Some(file)
}
