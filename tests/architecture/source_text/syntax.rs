//! Describes the comments and literals of each language.

use std::path::Path;

/// A language whose comments the tests can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Rust,
    /// JavaScript and TypeScript.
    JavaScript,
    Css,
    Toml,
    Html,
}

impl Language {
    /// The extensions of all files that have a language.
    pub(crate) const EXTENSIONS: &[&str] = &["rs", "ts", "js", "mjs", "css", "toml", "html"];

    /// Returns the language of a file.
    pub(crate) fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()? {
            "rs" => Some(Self::Rust),
            "ts" | "js" | "mjs" => Some(Self::JavaScript),
            "css" => Some(Self::Css),
            "toml" => Some(Self::Toml),
            "html" => Some(Self::Html),
            _ => None,
        }
    }

    /// Returns the start of a comment that ends with its line.
    pub(super) fn line_comment(self) -> Option<&'static str> {
        match self {
            Self::Rust | Self::JavaScript => Some("//"),
            Self::Toml => Some("#"),
            Self::Css | Self::Html => None,
        }
    }

    /// Returns true if comments begin with `/*` and end with `*/`.
    pub(super) fn has_block_comments(self) -> bool {
        matches!(self, Self::Rust | Self::JavaScript | Self::Css)
    }

    /// Returns the delimiters of strings, the longest first.
    pub(super) fn quotes(self) -> &'static [&'static str] {
        match self {
            Self::Rust => &["\""],
            Self::JavaScript | Self::Css => &["\"", "'"],
            Self::Toml => &["\"\"\"", "'''", "\"", "'"],
            Self::Html => &[],
        }
    }
}
