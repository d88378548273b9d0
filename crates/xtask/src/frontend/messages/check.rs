//! Checks the files of sentences: they must be complete and in order, with the same placeholders
//! and the right plural forms in every language.

use std::collections::BTreeSet;

use partner_portal_contract::language::Language;

use super::declared::{DECLARATION, Declared};
use super::fault::Fault;
use super::file::{Entry, FOLDER, LocaleFile};
use super::plurals::Plurals;
use super::sentence::{faults, placeholders};

/// Returns all faults of all files.
pub(super) fn check(declared: &Declared, files: &[LocaleFile]) -> Vec<Fault> {
    let english = files.iter().find(|file| file.tag() == "en");
    let mut found = missing_files(files);
    for file in files {
        let Some(language) = Language::parse(file.tag()) else {
            let known = Language::ALL.map(Language::tag).join(", ");
            let problem = format!("is no file of a language that the portal speaks: {known}");
            found.push(Fault { file: file.path.clone(), line: 1, problem });
            continue;
        };
        let check = FileCheck { declared, english, file, plurals: Plurals::of(language) };
        found.extend(check.faults());
    }
    if let Some(english) = english {
        found.extend(unused(declared, english));
    }
    found.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    found
}

fn missing_files(files: &[LocaleFile]) -> Vec<Fault> {
    let lacks = |language: &Language| !files.iter().any(|file| file.tag() == language.tag());
    let fault = |language: Language| Fault {
        file: format!("{FOLDER}/{}.json", language.tag()),
        line: 1,
        problem: "is missing".to_owned(),
    };
    Language::ALL.into_iter().filter(lacks).map(fault).collect()
}

/// Returns a fault for each unused sentence, reported only in the English file.
fn unused(declared: &Declared, english: &LocaleFile) -> Vec<Fault> {
    let fault = |name: &String| {
        let line = english.model(name)?.line;
        let problem = format!("\"{name}\" is never said: no Rust file names Text::{name}");
        Some(Fault { file: english.path.clone(), line, problem })
    };
    declared.unused.iter().filter_map(fault).collect()
}

/// The check of one file in comparison with the English one.
struct FileCheck<'a> {
    declared: &'a Declared,
    english: Option<&'a LocaleFile>,
    file: &'a LocaleFile,
    plurals: Plurals,
}

impl FileCheck<'_> {
    fn faults(&self) -> Vec<Fault> {
        let mut found = self.file.faults.clone();
        if self.file.is_readable {
            found.extend(self.entries());
            found.extend(self.missing());
            found.extend(self.disorder());
        }
        found
    }

    fn fault(&self, line: usize, problem: String) -> Fault {
        Fault { file: self.file.path.clone(), line, problem }
    }

    fn entries(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        for entry in &self.file.entries {
            let mut problems: Vec<String> = self.key_problem(entry).into_iter().collect();
            if entry.is_text {
                problems.extend(faults(&entry.text));
                problems.extend(self.placeholder_problems(entry));
            }
            let key = &entry.key;
            let told =
                problems.into_iter().map(|it| self.fault(entry.line, format!("\"{key}\" {it}")));
            found.extend(told);
        }
        found
    }

    fn key_problem(&self, entry: &Entry) -> Option<String> {
        let (name, form) = entry.name_and_form();
        if self.declared.place(name).is_none() {
            return Some(format!("is no key: {DECLARATION} does not have {name}"));
        }
        let forms = || {
            let keys = self.plurals.categories.iter().map(|form| format!("\"{name}.{form}\""));
            keys.collect::<Vec<_>>().join(", ")
        };
        match (form, self.declared.is_plural(name)) {
            (None, true) => Some(format!("depends on a count: write {}", forms())),
            (Some(_), false) => Some(format!("does not depend on a count: write \"{name}\"")),
            (Some(form), true) if !self.plurals.categories.contains(&form) => {
                Some(format!("is no plural form of {}, which has {}", self.file.tag(), forms()))
            }
            _ => None,
        }
    }

    fn placeholder_problems(&self, entry: &Entry) -> Vec<String> {
        let (name, form) = entry.name_and_form();
        let Some(model) = self.english.and_then(|english| english.model(name)) else {
            return Vec::new();
        };
        let mut expected = placeholders(&model.text);
        let mut found = placeholders(&entry.text);
        // The form may use a word instead of a number if it is for a single number, as in "one
        // answer", or if the English form has no number either.
        let english_form = || self.english.and_then(|english| english.entry(&entry.key));
        if form.is_some_and(|form| {
            self.plurals.exact.contains(&form)
                || english_form().is_some_and(|it| !placeholders(&it.text).contains("count"))
        }) {
            expected.remove("count");
            found.remove("count");
        }
        let list = |names: BTreeSet<&&str>| {
            names.into_iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
        };
        let missing: BTreeSet<_> = expected.difference(&found).collect();
        let extra: BTreeSet<_> = found.difference(&expected).collect();
        let mut problems = Vec::new();
        if !missing.is_empty() {
            problems.push(format!("lacks {}, which English has", list(missing)));
        }
        if !extra.is_empty() {
            problems.push(format!("has {}, which English does not have", list(extra)));
        }
        problems
    }

    fn missing(&self) -> Vec<Fault> {
        let mut found = Vec::new();
        // The line of the previous sentence. A missing sentence is reported there, because it
        // belongs below that line.
        let mut line = 1;
        for name in &self.declared.names {
            let missing: Vec<String> = if self.declared.is_plural(name) {
                let lacks = |form: &&&str| !self.file.forms(name).any(|(own, _)| own == **form);
                let forms = self.plurals.categories.iter().filter(lacks);
                forms.map(|form| format!("{name}.{form}")).collect()
            } else if self.file.entry(name).is_none() {
                vec![name.clone()]
            } else {
                Vec::new()
            };
            let last = self.file.entries.iter().rfind(|entry| entry.name_and_form().0 == name);
            line = last.map_or(line, |entry| entry.line);
            found.extend(missing.iter().map(|key| {
                self.fault(line, format!("\"{key}\" is missing; it belongs below this line"))
            }));
        }
        found
    }

    /// Returns the entries that are out of order. All files have the same order, so that they are
    /// easy to compare.
    fn disorder(&self) -> Vec<Fault> {
        let known = self
            .file
            .entries
            .iter()
            .filter_map(|entry| Some((self.declared.place(entry.name_and_form().0)?, entry)));
        let known: Vec<_> = known.collect();
        let descents = known.windows(2).filter(|pair| pair[1].0 < pair[0].0);
        let fault = |pair: &[(usize, &Entry)]| {
            let (before, entry) = (&pair[0].1.key, pair[1].1);
            let key = &entry.key;
            let problem = format!(
                "\"{key}\" must stand before \"{before}\": the order is that of {DECLARATION}"
            );
            self.fault(entry.line, problem)
        };
        descents.map(fault).collect()
    }
}

#[cfg(test)]
mod tests;
