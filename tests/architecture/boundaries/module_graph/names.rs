//! Reads the names that a module imports and uses.

use std::collections::BTreeSet;

use super::tokens::{is_word, item_length, tokens};

/// A name that a `use` declaration brings into a module.
pub(super) struct Import {
    pub(super) path: Vec<String>,
    /// The last segment, or the name behind `as`.
    pub(super) name: String,
    /// `true` for `pub use`, with any visibility.
    pub(super) is_public: bool,
}

/// What the text of a module names.
#[derive(Default)]
pub(super) struct Names {
    pub(super) imports: Vec<Import>,
    /// The paths outside `use` declarations.
    pub(super) paths: Vec<Vec<String>>,
    /// The words outside `use` declarations.
    pub(super) words: BTreeSet<String>,
    /// The child modules that exist only for tests.
    pub(super) tests: Vec<String>,
}

const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

impl Names {
    /// Reads code without comments and literals.
    pub(super) fn of(code: &str) -> Self {
        let tokens = tokens(code);
        let mut names = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            let rest = &tokens[at..];
            at += if rest.starts_with(&TEST) {
                names.skip_test(&rest[TEST.len()..]) + TEST.len()
            } else if rest[0] == "use" && rest.get(1).is_some_and(|next| *next != "<") {
                let is_public = at > 0 && is_visibility(&tokens[..at]);
                names.read_use(&rest[1..], is_public) + 1
            } else if rest[0].starts_with(is_word) {
                let before = at.checked_sub(1).map(|at| tokens[at]);
                names.read_path(rest, before)
            } else {
                1
            };
        }
        names
    }

    /// Skips the item behind `#[cfg(test)]`, and remembers the name of a module.
    fn skip_test(&mut self, tokens: &[&str]) -> usize {
        let length = item_length(tokens);
        let mut item = tokens[..length].iter().skip_while(|token| **token != "mod");
        if let (Some(_), Some(name), Some(&";")) = (item.next(), item.next(), item.next()) {
            self.tests.push((*name).to_owned());
        }
        length
    }

    /// Reads the tree of a `use` declaration up to its `;`.
    fn read_use(&mut self, tokens: &[&str], is_public: bool) -> usize {
        let length = tokens.iter().position(|token| *token == ";").unwrap_or(tokens.len());
        for (path, name) in leaves(&tokens[..length], &[]) {
            self.imports.push(Import { path, name, is_public });
        }
        length
    }

    /// Reads a word, or a path of several.
    fn read_path(&mut self, tokens: &[&str], before: Option<&str>) -> usize {
        let mut path = vec![tokens[0].to_owned()];
        let mut length = 1;
        while tokens.get(length) == Some(&"::")
            && let Some(next) = tokens.get(length + 1)
            && next.starts_with(is_word)
        {
            path.push((*next).to_owned());
            length += 2;
        }
        self.words.insert(path[0].clone());
        // `<T>::NAME` and `::name` do not begin with a name of this module.
        if path.len() > 1 && before != Some("::") {
            self.paths.push(path);
        }
        length
    }
}

/// Returns true if the tokens end with `pub`, `pub(crate)` or the like.
fn is_visibility(tokens: &[&str]) -> bool {
    match tokens {
        [.., "pub"] => true,
        [.., ")"] => tokens.iter().rev().take(6).any(|token| *token == "pub"),
        _ => false,
    }
}

/// Returns the path and the name of each leaf of a `use` tree.
fn leaves(tokens: &[&str], prefix: &[String]) -> Vec<(Vec<String>, String)> {
    let mut path = prefix.to_vec();
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        match token {
            "{" => {
                let inner = &tokens[at + 1..tokens.len() - 1];
                return branches(inner).flat_map(|branch| leaves(branch, &path)).collect();
            }
            "as" => {
                let name = tokens.get(at + 1).map_or("_", |name| name);
                return vec![(path, name.to_owned())];
            }
            "self" if !path.is_empty() => {}
            "::" => {}
            _ => path.push(token.to_owned()),
        }
        at += 1;
    }
    let name = path.last().cloned().unwrap_or_default();
    if path.is_empty() { Vec::new() } else { vec![(path, name)] }
}

/// Splits the inside of braces at its own commas.
fn branches<'a>(tokens: &'a [&'a str]) -> impl Iterator<Item = &'a [&'a str]> {
    let mut depth = 0;
    let split = tokens.split(move |token| {
        match *token {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        *token == "," && depth == 0
    });
    split.filter(|branch| !branch.is_empty())
}
