//! Splits the text of a source file into code, comments and literals.

mod scanner;
mod syntax;
mod tests;

use self::scanner::Scanner;
pub(crate) use self::syntax::Language;

/// The kind of a [`Part`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Code,
    Comment,
    /// A string, a character or a regular expression.
    Literal,
}

/// A part of a source text. The parts of a text follow each other without gaps.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
}

/// Splits a text into its parts.
pub(crate) fn parts(text: &str, language: Language) -> Vec<Part<'_>> {
    if language == Language::Html { html_parts(text) } else { Scanner::new(text, language).parts() }
}

/// Returns the code of a text. A space replaces a comment, and `""` replaces a literal.
pub(crate) fn code(text: &str, language: Language) -> String {
    let replaced = parts(text, language).into_iter().map(|part| match part.kind {
        Kind::Code => part.text,
        Kind::Comment => " ",
        Kind::Literal => "\"\"",
    });
    replaced.collect()
}

/// Splits a page into its parts. Scripts and style sheets are scanned in their own languages.
fn html_parts(mut text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    while !text.is_empty() {
        let comment = text.find("<!--").map(|at| (at, None));
        let script = text.find("<script").map(|at| (at, Some(("</script", Language::JavaScript))));
        let style = text.find("<style").map(|at| (at, Some(("</style", Language::Css))));
        let next = [comment, script, style].into_iter().flatten().min_by_key(|(at, _)| *at);
        let Some((start, embedded)) = next else { break };
        let start = match embedded {
            Some(_) => text[start..].find('>').map_or(text.len(), |at| start + at + 1),
            None => start,
        };
        let (code, rest) = text.split_at(start);
        found.push(Part { kind: Kind::Code, text: code });
        let length = match embedded {
            Some((close, _)) => rest.find(close).unwrap_or(rest.len()),
            None => rest.find("-->").map_or(rest.len(), |at| at + "-->".len()),
        };
        let (inner, rest) = rest.split_at(length);
        match embedded {
            Some((_, language)) => found.extend(Scanner::new(inner, language).parts()),
            None => found.push(Part { kind: Kind::Comment, text: inner }),
        }
        text = rest;
    }
    found.push(Part { kind: Kind::Code, text });
    found.retain(|part| !part.text.is_empty());
    found
}
