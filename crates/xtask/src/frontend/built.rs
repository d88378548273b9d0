//! Adds a content digest to the name of every file, so that browsers can cache it forever.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

/// The files that have been written so far.
pub(super) struct Built<'a> {
    stage: &'a Path,
    /// Maps each plain name to the name with a digest.
    names: BTreeMap<String, String>,
}

impl<'a> Built<'a> {
    /// Returns an empty collection for the folder `stage`.
    pub(super) fn new(stage: &'a Path) -> Self {
        Self { stage, names: BTreeMap::new() }
    }

    /// Writes a file and adds a digest of its content to the name: `locales/he-0123456789.json`.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let digest = format!("{:x}", Sha256::digest(content));
        let (stem, extension) = name.rsplit_once('.').context("a file's name has an extension")?;
        let hashed = format!("{stem}-{}.{extension}", &digest[..10]);
        let path = self.stage.join(&hashed);
        fs::create_dir_all(path.parent().context("the file lies in a folder")?)?;
        fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
        self.names.insert(name.to_owned(), hashed);
        Ok(())
    }

    /// Returns a file's final name.
    pub(super) fn name(&self, plain: &str) -> &str {
        &self.names[plain]
    }

    /// Returns a file's final name as a JavaScript string literal.
    pub(super) fn quoted(&self, name: &str) -> String {
        format!("\"{}\"", self.name(name))
    }

    /// Returns the page with every `{{name}}` replaced, without comments, indentation and lines for
    /// Trunk.
    pub(super) fn fill_in(&self, page: &str) -> Result<String> {
        let mut finished = String::new();
        for line in page.lines().map(str::trim) {
            let for_us = line.contains("data-trunk") || line.starts_with("<!--");
            if !line.is_empty() && !for_us {
                finished += line;
                finished.push('\n');
            }
        }
        for (name, hashed) in &self.names {
            finished = finished.replace(&format!("{{{{{name}}}}}"), hashed);
        }
        // Checks addresses only, because the script that Trunk adds in development also contains
        // double braces.
        if let Some((_, rest)) = finished.split_once("\"/{{") {
            let name = rest.split('}').next().unwrap_or(rest);
            bail!("index.html names a file that is not built: {name}");
        }
        Ok(finished)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::Built;

    fn fill_in(page: &str) -> anyhow::Result<String> {
        let names = BTreeMap::from([("app.js".to_owned(), "app-01234567.js".to_owned())]);
        Built { stage: Path::new(""), names }.fill_in(page)
    }

    #[test]
    fn the_page_names_the_built_files_and_drops_lines_for_trunk() {
        let page = "<head>\n  <!-- why -->\n  <link data-trunk rel=\"rust\">\n  <script src=\"/{{app.js}}\">";
        assert_eq!(fill_in(page).unwrap(), "<head>\n<script src=\"/app-01234567.js\">\n");
    }

    #[test]
    fn an_unknown_file_is_an_error() {
        assert!(fill_in("<script src=\"/{{other.js}}\">").is_err());
    }
}
