//! Collects the licences of the crates that are compiled into the frontend. Most of them require
//! that copies include their text.

mod compiled;
mod document;
mod texts;

use std::path::Path;

use anyhow::{Context, Result};

use self::document::{Library, document};
use crate::workspace::Workspace;

/// Returns the names, versions, licences and licence texts of all libraries in the package.
pub(super) fn licenses(workspace: &Workspace) -> Result<String> {
    let mut libraries = Vec::new();
    for package in compiled::packages(workspace)? {
        let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
        let license = package.license.as_deref();
        let license = license.with_context(|| format!("{} has no licence", package.name))?;
        libraries.push(Library {
            name: format!("{} {}", package.name, package.version),
            license: license.to_owned(),
            text: texts::of_package(folder, license, &package.holders())
                .with_context(|| format!("the licence of {}", package.name))?,
        });
    }
    libraries.push(Library {
        name: "The Rust standard library".to_owned(),
        license: "MIT OR Apache-2.0".to_owned(),
        text: texts::mit("The Rust Project Contributors"),
    });
    Ok(document(&libraries))
}
