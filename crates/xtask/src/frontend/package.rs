//! Packages the frontend for npm: the same files with types, digests and documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use super::compress::beside;
use super::files::files_below;
use super::preload;
use super::third_party;
use crate::workspace::Workspace;

/// The module that bundlers bundle. It loads the entries from the shell's server.
const LOADER: &str = "loader";

/// The scripts that a shell's server offers. Their names never change.
const ENTRIES: [&str; 2] = ["partner-portal", "single-spa"];

/// The files of our own page, which are not part of the package.
const OF_OUR_PAGE: [&str; 3] = ["index.html", "standalone-", "favicon-"];

/// The documents of the package, as paths in the repository. In the package they are at the top.
const DOCUMENTS: [&str; 4] = ["src/embed/README.md", "CHANGELOG.md", "LICENSE", "LICENSE-UNICODE"];

/// The licences of the libraries whose code is in the package.
const THIRD_PARTY: &str = "THIRD-PARTY-LICENSES.txt";

/// The licences of our code, and of the names of cities and the Unicode tables in it.
const LICENSE: &str = concat!(env!("CARGO_PKG_LICENSE"), " AND Unicode-3.0");

/// Writes the package and returns its folder.
pub(crate) fn write(workspace: &Workspace) -> Result<PathBuf> {
    let package = workspace.target.join("package");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    let dist = package.join("dist");
    let mut files = copy(&workspace.dist(), &dist)?;
    let sources = workspace.root.join("src/embed");
    for entry in ENTRIES.into_iter().chain([LOADER]) {
        let declarations = format!("{entry}.d.ts");
        fs::copy(sources.join(&declarations), dist.join(&declarations))?;
    }
    // Minifying the loader could drop its comments for bundlers.
    let loader = format!("{LOADER}.js");
    let content = fs::read(sources.join(&loader)).context("reading the loader")?;
    fs::write(dist.join(&loader), &content)?;
    files.insert(loader, facts(&content, content.len() as u64));
    write_json(&package.join("dist/integrity.json"), &json!(files))?;
    fs::write(package.join("preload.html"), preload::links(&workspace.dist())?)?;
    write_json(&package.join("package.json"), &description())?;
    for document in DOCUMENTS.map(|document| workspace.root.join(document)) {
        let name = document.file_name().context("a document has a name")?;
        fs::copy(&document, package.join(name))
            .with_context(|| format!("copying {}", document.display()))?;
    }
    fs::write(package.join(THIRD_PARTY), third_party::licenses(workspace)?)?;
    Ok(package)
}

/// Copies the files for shells and returns a description of each, by name.
fn copy(from: &Path, to: &Path) -> Result<BTreeMap<String, Value>> {
    let mut files = BTreeMap::new();
    for file in files_below(from)? {
        let relative = file.strip_prefix(from)?;
        let name = relative.to_string_lossy().replace('\\', "/");
        let is_compressed = file.extension().is_some_and(|it| it == "br" || it == "gz");
        if is_compressed || OF_OUR_PAGE.iter().any(|ours| name.starts_with(ours)) {
            continue;
        }
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let copy = to.join(relative);
        fs::create_dir_all(copy.parent().context("the file lies in a folder")?)?;
        fs::write(&copy, &content)?;
        let compressed =
            fs::metadata(beside(&file, ".br")).map_or(content.len() as u64, |it| it.len());
        files.insert(name, facts(&content, compressed));
    }
    Ok(files)
}

/// Describes a file by its digest and its sizes.
fn facts(content: &[u8], compressed: u64) -> Value {
    let digest = STANDARD.encode(Sha384::digest(content));
    json!({
        "integrity": format!("sha384-{digest}"),
        "bytes": content.len(),
        "brotli": compressed,
    })
}

fn description() -> Value {
    let types = |name: &str| format!("./dist/{name}.d.ts");
    let script = |name: &str| format!("./dist/{name}.js");
    let entry = |name: &str| json!({ "types": types(name), "default": script(name) });
    json!({
        "name": "partner-portal",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "The gate and the form for partners' contact information, embedded in a portal",
        "license": LICENSE,
        "type": "module",
        "sideEffects": false,
        "exports": {
            ".": entry(LOADER),
            "./partner-portal.js": entry(ENTRIES[0]),
            "./single-spa.js": entry(ENTRIES[1]),
            "./package.json": "./package.json",
        },
        // For tools that do not read `exports`, such as Parcel.
        "main": script(LOADER),
        "types": types(LOADER),
        // npm adds the README and LICENSE by itself.
        "files": ["dist", "preload.html", "CHANGELOG.md", "LICENSE-UNICODE", THIRD_PARTY],
    })
}

fn write_json(path: &Path, value: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(value)? + "\n";
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}
