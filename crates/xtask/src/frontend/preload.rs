//! Generates preload links for the files that a portal needs first.

use std::fmt::Write;
use std::path::Path;

use anyhow::Result;

use super::sizes::find;

/// For each link: the start and end of the file's name, `rel`, and further attributes.
const LINKS: [(&str, &str, &str, &str); 7] = [
    ("partner-portal", ".js", "modulepreload", ""),
    ("first_view-", ".js", "modulepreload", ""),
    ("styles-", ".css", "preload", " as=\"style\" crossorigin"),
    ("first-views/en-sandbox-", ".json", "preload", " as=\"fetch\" crossorigin"),
    ("locales/en-", ".json", "preload", " as=\"fetch\" crossorigin"),
    ("app-", ".js", "modulepreload", " fetchpriority=\"low\""),
    ("app-", ".wasm", "preload", " as=\"fetch\" crossorigin fetchpriority=\"low\""),
];

/// Returns the links for a portal in English and Sandbox whose files are at `/partner-portal/`.
pub(crate) fn links(dist: &Path) -> Result<String> {
    let mut lines = String::new();
    for (start, end, rel, more) in LINKS {
        // The entry has a second, unversioned name.
        let name = if start == "partner-portal" {
            "partner-portal.js".to_owned()
        } else {
            let file = find(dist, start, end)?;
            file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/")
        };
        writeln!(lines, "<link rel=\"{rel}\" href=\"/partner-portal/{name}\"{more}>")?;
    }
    Ok(lines)
}
