//! Scans the text of one language.

use super::{Kind, Language, Part};

/// The characters after which a `/` in JavaScript begins a regular expression.
const BEFORE_REGEX: &str = "(,=:[!&|?{};+-*%<>~^";

pub(super) struct Scanner<'a> {
    text: &'a str,
    language: Language,
    at: usize,
    /// The start of the code that is not yet part of `parts`.
    code: usize,
    /// For each template literal around the current code, the number of open braces in its `${`.
    templates: Vec<usize>,
    parts: Vec<Part<'a>>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Self {
        Self { text, language, at: 0, code: 0, templates: Vec::new(), parts: Vec::new() }
    }

    pub(super) fn parts(mut self) -> Vec<Part<'a>> {
        while let Some(next) = self.rest().chars().next() {
            match self.length_here() {
                Some((kind, length)) => self.push(kind, length),
                None => self.at += next.len_utf8(),
            }
        }
        self.push(Kind::Code, 0);
        self.parts
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Ends the code before the current position and adds a part of this length.
    fn push(&mut self, kind: Kind, length: usize) {
        let code = &self.text[self.code..self.at];
        let text = &self.rest()[..length];
        let parts = [Part { kind: Kind::Code, text: code }, Part { kind, text }];
        self.parts.extend(parts.into_iter().filter(|part| !part.text.is_empty()));
        self.at += length;
        self.code = self.at;
    }

    /// Returns the kind and length of the comment or literal that begins here.
    fn length_here(&mut self) -> Option<(Kind, usize)> {
        let rest = self.rest();
        if self.language.line_comment().is_some_and(|start| rest.starts_with(start)) {
            return Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())));
        }
        if self.language.has_block_comments() && rest.starts_with("/*") {
            return Some((Kind::Comment, block_comment(rest, self.language == Language::Rust)));
        }
        let literal = match self.language {
            Language::Rust => self.raw_string().or_else(|| character(rest)),
            Language::JavaScript => self.template().or_else(|| self.regex()),
            _ => None,
        };
        let literal = literal.or_else(|| {
            let quote = self.language.quotes().iter().find(|it| rest.starts_with(**it))?;
            let has_escapes = self.language != Language::Toml || quote.starts_with('"');
            Some(string(rest, quote, has_escapes))
        });
        literal.map(|length| (Kind::Literal, length))
    }

    /// Returns the length of a Rust string such as `r#".."#`.
    fn raw_string(&self) -> Option<usize> {
        let rest = self.rest();
        let marks = rest.strip_prefix('r')?;
        let hashes = marks.len() - marks.trim_start_matches('#').len();
        let body = marks[hashes..].strip_prefix('"')?;
        let before = self.text[..self.at].trim_end_matches(['b', 'c']);
        if before.ends_with(is_word) {
            return None;
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let start = rest.len() - body.len();
        Some(body.find(&end).map_or(rest.len(), |at| start + at + end.len()))
    }

    /// Returns the length of a part of a template literal: up to its end or its next `${`.
    fn template(&mut self) -> Option<usize> {
        let rest = self.rest();
        match (rest.chars().next()?, self.templates.last_mut()) {
            ('`', _) => {}
            ('{', Some(depth)) => {
                *depth += 1;
                return None;
            }
            ('}', Some(0)) => _ = self.templates.pop(),
            ('}', Some(depth)) => {
                *depth -= 1;
                return None;
            }
            _ => return None,
        }
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            if !escaped && c == '`' {
                return Some(at + 1);
            }
            if !escaped && rest[at..].starts_with("${") {
                self.templates.push(0);
                return Some(at + 2);
            }
            escaped = c == '\\' && !escaped;
        }
        Some(rest.len())
    }

    /// Returns the length of a JavaScript regular expression.
    fn regex(&self) -> Option<usize> {
        let rest = self.rest();
        let before = self.text[..self.at].trim_end();
        let starts = before.is_empty()
            || before.ends_with(|c| BEFORE_REGEX.contains(c))
            || before.ends_with("return");
        if !rest.starts_with('/') || !starts {
            return None;
        }
        let (mut escaped, mut in_class) = (false, false);
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                '\n' => return None,
                _ if escaped => {}
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => return Some(at + 1),
                _ => {}
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Returns the length of the block comment at the start of `text`. In Rust, comments nest.
fn block_comment(text: &str, nests: bool) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else if text[at..].starts_with("/*") && (nests || depth == 0) {
            depth += 1;
            at += 2;
        } else {
            at += c.len_utf8();
        }
    }
    text.len()
}

/// Returns the length of the Rust character at the start of `text`. A lifetime is not a character.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    let first = body.chars().next()?;
    if first == '\\' {
        return Some(string(text, "'", true));
    }
    body[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8() + 2)
}

/// Returns the length of the string at the start of `text`.
fn string(text: &str, quote: &str, has_escapes: bool) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(quote.len()) {
        if !escaped && text[at..].starts_with(quote) {
            return at + quote.len();
        }
        escaped = has_escapes && c == '\\' && !escaped;
    }
    text.len()
}
