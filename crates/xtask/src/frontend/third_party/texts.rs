//! Finds the licence texts of a package.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

/// The beginnings of the names of files with licences and notices, in capitals.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"];

/// Returns the licence texts in a package's folder. Some packages under MIT contain no text; they
/// get the common one with the holders of the copyright.
pub(super) fn of_package(folder: &Path, license: &str, holders: &str) -> Result<String> {
    let mut names: Vec<String> = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort_unstable();
    let mut texts = Vec::new();
    for name in needed(&names) {
        texts.push(fs::read_to_string(folder.join(name))?.trim().to_owned());
    }
    if texts.is_empty() {
        let is_mit = license.split(['/', ' ']).any(|word| word == "MIT");
        ensure!(is_mit, "{} contains no text of {license}", folder.display());
        texts.push(mit(holders));
    }
    Ok(texts.join("\n\n"))
}

/// Returns the names of the files whose text must accompany the compiled code. The text of Apache is
/// left out if MIT can be chosen instead.
fn needed(names: &[String]) -> Vec<&str> {
    let is_of = |name: &str, part: &str| name.to_uppercase().contains(part);
    let has_mit = names.iter().any(|name| is_of(name, "LICENSE-MIT"));
    names
        .iter()
        .map(String::as_str)
        .filter(|name| NAMES.iter().any(|start| name.to_uppercase().starts_with(start)))
        .filter(|name| !has_mit || !is_of(name, "APACHE"))
        .collect()
}

/// Returns the text of the MIT licence.
pub(super) fn mit(holders: &str) -> String {
    format!("MIT License\n\nCopyright (c) {holders}\n\n{MIT_TERMS}")
}

const MIT_TERMS: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the \"Software\"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.";

#[cfg(test)]
mod tests {
    use super::*;

    fn needed_of(names: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        needed(&names).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn apache_is_left_out_only_beside_mit() {
        let both = ["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE", "README.md"];
        assert_eq!(needed_of(&both), ["LICENSE-MIT", "LICENSE-UNICODE"]);
        assert_eq!(needed_of(&["LICENSE-APACHE", "src"]), ["LICENSE-APACHE"]);
        assert_eq!(needed_of(&["license-apache.txt", "license-mit.txt"]), ["license-mit.txt"]);
        assert_eq!(needed_of(&["COPYING", "Licence", "NOTICE"]), ["COPYING", "Licence", "NOTICE"]);
    }

    #[test]
    fn a_package_without_a_text_gets_that_of_mit_but_no_other() {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
        let text = of_package(folder, "MIT/Apache-2.0", "Ann Lee").unwrap();
        assert!(text.starts_with("MIT License\n\nCopyright (c) Ann Lee\n\nPermission"), "{text}");
        assert!(of_package(folder, "Apache-2.0", "Ann Lee").is_err());
    }
}
