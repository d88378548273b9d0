//! Writes the licences of libraries as one text.

use std::collections::BTreeMap;

/// A library in the package.
pub(super) struct Library {
    /// The name and the version.
    pub(super) name: String,
    /// The SPDX expression.
    pub(super) license: String,
    pub(super) text: String,
}

const HEADER: &str = "The files in dist contain code of the following libraries.\n";

/// Returns one section for each licence text, with all libraries that it belongs to.
pub(super) fn document(libraries: &[Library]) -> String {
    let mut sections: Vec<(&str, Vec<&Library>)> = Vec::new();
    let mut section_of = BTreeMap::new();
    for library in libraries {
        let section = *section_of.entry(library.text.as_str()).or_insert(sections.len());
        if section == sections.len() {
            sections.push((&library.text, Vec::new()));
        }
        sections[section].1.push(library);
    }
    let mut document = HEADER.to_owned();
    for (text, libraries) in sections {
        document += "\n";
        document += &"=".repeat(80);
        document += "\n\n";
        for Library { name, license, .. } in libraries {
            document += &[name, " (", license, ")\n"].concat();
        }
        document += "\n";
        document += text;
        document += "\n";
    }
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_with_the_same_text_share_a_section() {
        let library = |name: &str, license: &str, text: &str| Library {
            name: name.to_owned(),
            license: license.to_owned(),
            text: text.to_owned(),
        };
        let document = document(&[
            library("a 1.0.0", "MIT OR Apache-2.0", "Do."),
            library("b 2.1.0", "Zlib", "Mark."),
            library("c 0.1.0", "MIT", "Do."),
        ]);
        let line = "=".repeat(80);
        assert_eq!(
            document,
            format!(
                "{HEADER}\n{line}\n\na 1.0.0 (MIT OR Apache-2.0)\nc 0.1.0 (MIT)\n\nDo.\n\
                 \n{line}\n\nb 2.1.0 (Zlib)\n\nMark.\n"
            )
        );
    }
}
