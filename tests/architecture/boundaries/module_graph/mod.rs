//! The modules of a crate, and which of them names which.
//!
//! A module is a file. A name that a module re-exports belongs to the module that declares it, so
//! a facade that only re-exports its children does not depend on them. Tests are left out: they may
//! name everything.

mod names;
mod tests;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use self::names::{Import, Names};
use crate::source_text::{Language, code};
use crate::sources::files_below;

/// The name of the module at the root of a crate.
const ROOT: &str = "crate";

pub(crate) struct ModuleGraph {
    modules: BTreeMap<String, Names>,
}

impl ModuleGraph {
    /// Reads the crate whose sources are in this folder.
    pub(crate) fn read(source_folder: &Path) -> Self {
        let files = files_below(source_folder, &["rs"]);
        let has_library = files.iter().any(|file| file.ends_with("src/lib.rs"));
        let modules = files.iter().filter_map(|file| {
            let path = file.strip_prefix(source_folder).unwrap().with_extension("");
            let path = path.to_str().unwrap().replace('/', "::");
            let name = match path.trim_end_matches("::mod") {
                "main" if has_library => return None,
                "lib" | "main" => ROOT.to_owned(),
                module => format!("{ROOT}::{module}"),
            };
            let text = fs::read_to_string(file).unwrap();
            Some((name, text))
        });
        Self::of(modules)
    }

    /// Reads modules from their full names and texts.
    fn of(modules: impl IntoIterator<Item = (String, String)>) -> Self {
        let modules = modules.into_iter();
        let modules = modules.map(|(name, text)| (name, Names::of(&code(&text, Language::Rust))));
        let mut graph = Self { modules: modules.collect() };
        let tests: Vec<String> = graph
            .modules
            .iter()
            .flat_map(|(module, names)| names.tests.iter().map(move |it| format!("{module}::{it}")))
            .collect();
        let is_test = |module: &str| tests.iter().any(|test| is_within(module, test));
        graph.modules.retain(|module, _| !is_test(module));
        graph
    }

    /// Returns each module with the modules that it names, without the prefix `crate::`.
    pub(crate) fn dependencies(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found = BTreeMap::new();
        for (module, names) in &self.modules {
            let imports = names.imports.iter().filter(|import| names.uses(import));
            let paths = imports.map(|import| &import.path).chain(&names.paths);
            let targets = paths.filter_map(|path| self.declaring_module(module, path));
            let others = targets.filter(|target| target != module);
            found.insert(short(module), others.map(short).collect());
        }
        found
    }

    /// Returns the module that declares the item at `path`, or `None` if the path leads to another
    /// crate or to a module itself.
    fn declaring_module<'a>(&'a self, module: &str, path: &[String]) -> Option<&'a str> {
        let (module, rest) = self.follow(module, path, 0)?;
        (!rest.is_empty()).then_some(module)
    }

    /// Follows a path as far as it leads through modules. Returns the last module and the rest.
    fn follow<'a, 'p>(
        &'a self,
        module: &str,
        path: &'p [String],
        depth: usize,
    ) -> Option<(&'a str, &'p [String])> {
        // Two modules can import a name from each other only by mistake.
        if depth > 20 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let parent = |module: &str| module.rsplit_once("::").map(|(parent, _)| parent.to_owned());
        let start = match first.as_str() {
            "crate" => ROOT.to_owned(),
            "self" => module.to_owned(),
            "super" => parent(module)?,
            _ => return self.follow_name(module, path, depth),
        };
        match rest.first().map(String::as_str) {
            Some("super") => self.follow(&start, rest, depth + 1),
            Some(_) => self.follow_name(&start, rest, depth).or_else(|| self.known(&start, rest)),
            None => self.known(&start, rest),
        }
    }

    /// Follows a path whose first segment is a child of the module or a name that it imports.
    fn follow_name<'a, 'p>(
        &'a self,
        module: &str,
        path: &'p [String],
        depth: usize,
    ) -> Option<(&'a str, &'p [String])> {
        let (first, rest) = path.split_first()?;
        let child = format!("{module}::{first}");
        let mut imports = self.modules.get(module).into_iter().flat_map(|names| &names.imports);
        let import = imports.find(|import| import.name == *first);
        // A module can have the name of an item that its parent re-exports.
        let is_item = rest.is_empty() && import.is_some_and(|import| import.is_public);
        if self.modules.contains_key(&child) && !is_item {
            let deeper = (!rest.is_empty()).then(|| self.follow_name(&child, rest, depth));
            return deeper.flatten().or_else(|| self.known(&child, rest));
        }
        let import = import?;
        let (target, left) = self.follow(module, &import.path, depth + 1)?;
        if !left.is_empty() {
            return Some((target, path));
        }
        let deeper = (!rest.is_empty()).then(|| self.follow_name(target, rest, depth + 1));
        deeper.flatten().or_else(|| self.known(target, rest))
    }

    fn known<'a, 'p>(
        &'a self,
        module: &str,
        rest: &'p [String],
    ) -> Option<(&'a str, &'p [String])> {
        self.modules.get_key_value(module).map(|(name, _)| (name.as_str(), rest))
    }
}

/// Returns true if `module` is `ancestor` or below it.
fn is_within(module: &str, ancestor: &str) -> bool {
    module.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn short(module: &str) -> &str {
    module.strip_prefix("crate::").unwrap_or(module)
}

impl Names {
    /// Returns true if the module needs what it imports. A re-export is needed only if the module
    /// uses the name itself. An imported module counts by the paths that go through it.
    fn uses(&self, import: &Import) -> bool {
        !import.is_public || self.words.contains(&import.name)
    }
}
