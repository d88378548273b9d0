//! Finds the files that the tests read.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders of the repository that contain nothing of ours.
const FOREIGN: &[&str] = &["node_modules", "target", "dist", "dist.partial", "var", "results"];

/// Returns the repository's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the text of a file of the repository.
pub(crate) fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Returns every Rust file below `src`.
pub(crate) fn rust_files() -> Vec<PathBuf> {
    let files = files_below(&root().join("src"), &["rs"]);
    assert!(files.len() > 100, "the sources are below src/");
    files
}

/// Returns the files with these extensions below a folder, or the path itself if it is a file.
/// Leaves out hidden folders and those in [`FOREIGN`].
pub(crate) fn files_below(path: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    if !path.is_dir() {
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        return Vec::from_iter(extensions.contains(&extension).then(|| path.to_owned()));
    }
    let mut entries: Vec<_> = fs::read_dir(path).unwrap().map(|it| it.unwrap().path()).collect();
    entries.sort();
    let is_ours = |entry: &PathBuf| {
        let name = entry.file_name().unwrap().to_str().unwrap();
        !name.starts_with('.') && !FOREIGN.contains(&name)
    };
    entries.into_iter().filter(is_ours).flat_map(|it| files_below(&it, extensions)).collect()
}

/// Returns the path of a file from the repository's root.
pub(crate) fn short(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}
