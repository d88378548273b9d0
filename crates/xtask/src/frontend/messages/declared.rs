//! Reads the app's sentences as declared in `src/i18n/text.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::super::files::files_below;

/// The file that declares the sentences, relative to the repository's root.
pub(super) const DECLARATION: &str = "src/i18n/text.rs";

/// The variants of `Text`.
pub(super) struct Declared {
    /// The names, which are the keys of the files. Their order determines their numbers.
    pub(super) names: Vec<String>,
    /// The names of sentences that depend on a count.
    plural: BTreeSet<String>,
    /// The names that no other source file uses.
    pub(super) unused: BTreeSet<String>,
}

impl Declared {
    /// Reads the sources below `root`.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let declaration = root.join(DECLARATION);
        let mut sources = Vec::new();
        for path in files_below(&root.join("src"))? {
            if path.extension().is_some_and(|extension| extension == "rs") && path != declaration {
                sources.push(
                    fs::read_to_string(&path)
                        .with_context(|| format!("reading {}", path.display()))?,
                );
            }
        }
        let source =
            fs::read_to_string(&declaration).with_context(|| format!("reading {DECLARATION}"))?;
        Self::parse(&source, &sources)
            .with_context(|| format!("{DECLARATION} no longer has `texts! {{` and `PLURAL`"))
    }

    /// Parses the declaration and searches all other sources for uses.
    pub(super) fn parse(declaration: &str, others: &[String]) -> Option<Self> {
        let names = between(declaration, "\ntexts! {", "}")?.split_whitespace();
        let names: Vec<String> = names.map(str::to_owned).collect();
        let plural = between(declaration, "PLURAL: &[Self] = &[", "]")?.split(',');
        let plural = plural.filter_map(|it| it.trim().strip_prefix("Self::"));
        let said = words_after("Text::", others);
        let unused = names.iter().filter(|name| !said.contains(name.as_str())).cloned();
        Some(Self { unused: unused.collect(), plural: plural.map(str::to_owned).collect(), names })
    }

    /// Returns true if the sentence has plural forms.
    pub(super) fn is_plural(&self, name: &str) -> bool {
        self.plural.contains(name)
    }

    /// Returns the index of a sentence in `Text`.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|it| it == name)
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

fn words_after<'a>(mark: &str, sources: &'a [String]) -> BTreeSet<&'a str> {
    let parts = sources.iter().flat_map(|source| source.split(mark).skip(1));
    parts.map(|part| part.split(|it: char| !it.is_alphanumeric()).next().unwrap_or("")).collect()
}

#[cfg(test)]
mod tests {
    use super::Declared;

    const SOURCE: &str = "const PLURAL: &[Self] = &[\n    Self::Results,\n];\nmacro_rules! texts {}\n\
                          \ntexts! {\n    Title\n    Results\n    TitleLong\n}\n";

    #[test]
    fn names_are_in_order_and_plural_sentences_are_marked() {
        let declared = Declared::parse(SOURCE, &[]).unwrap();
        assert_eq!(declared.names, ["Title", "Results", "TitleLong"]);
        assert!(declared.is_plural("Results") && !declared.is_plural("Title"));
        assert_eq!(declared.place("TitleLong"), Some(2));
    }

    #[test]
    fn a_longer_name_does_not_make_the_shorter_one_used() {
        let sources = ["t(Text::TitleLong)".to_owned(), "Text::Results,".to_owned()];
        let declared = Declared::parse(SOURCE, &sources).unwrap();
        assert_eq!(Vec::from_iter(declared.unused), ["Title"]);
    }

    #[test]
    fn a_source_without_a_declaration_is_rejected() {
        assert!(Declared::parse("enum Text {}", &[]).is_none());
    }
}
