//! Tests which modules a module depends on.

use super::ModuleGraph;

/// Returns the modules on which `module` depends, given the name and text of all modules.
fn dependencies(module: &str, modules: &[(&str, &str)]) -> Vec<String> {
    let texts = modules.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let graph = ModuleGraph::of(texts);
    graph.dependencies()[module].iter().map(ToString::to_string).collect()
}

const MAIL: [(&str, &str); 4] = [
    ("crate", "mod mail; mod clock;"),
    ("crate::clock", "pub fn now() {}"),
    ("crate::mail", "mod html; pub(crate) use self::html::Page; pub const MAX: u8 = 1;"),
    ("crate::mail::html", "use super::MAX; pub struct Page;"),
];

fn with(text: &'static str) -> Vec<(&'static str, &'static str)> {
    MAIL.into_iter().chain([("crate::server", text)]).collect()
}

#[test]
fn a_name_belongs_to_the_module_that_declares_it() {
    assert_eq!(dependencies("server", &with("use crate::mail::Page;")), ["mail::html"]);
    assert_eq!(
        dependencies("server", &with("use crate::mail::{MAX, Page as P};")),
        ["mail", "mail::html"]
    );
    assert_eq!(dependencies("mail::html", &MAIL), ["mail"]);
}

#[test]
fn a_path_counts_like_an_import() {
    assert_eq!(dependencies("server", &with("fn f() { crate::clock::now() }")), ["clock"]);
    assert_eq!(
        dependencies("server", &with("use crate::mail; fn f(a: mail::Page) {}")),
        ["mail::html"]
    );
    assert_eq!(dependencies("server", &with("use super::clock::now;")), ["clock"]);
}

#[test]
fn a_module_that_only_re_exports_depends_on_nothing() {
    assert!(dependencies("mail", &MAIL).is_empty());
    let users = "mod html; pub use self::html::Page; fn f(page: Page) {}";
    let modules = [("crate::mail", users), ("crate::mail::html", "pub struct Page;")];
    assert_eq!(dependencies("mail", &modules), ["mail::html"]);
}

#[test]
fn a_re_exported_item_can_have_the_name_of_its_module() {
    let modules = [
        ("crate::mail", "mod send; pub use send::send;"),
        ("crate::mail::send", "pub fn send() {} pub const MAX: u8 = 1;"),
        ("crate::server", "use crate::mail::send;"),
        ("crate::tasks", "use crate::mail::send::MAX;"),
    ];
    assert_eq!(dependencies("server", &modules), ["mail::send"]);
    assert_eq!(dependencies("tasks", &modules), ["mail::send"]);
}

#[test]
fn tests_comments_and_other_crates_do_not_count() {
    let text =
        "// crate::clock::now\n use serde::Page; #[cfg(test)] mod tests { use crate::clock::now; }";
    assert!(dependencies("server", &with(text)).is_empty());
}

#[test]
fn a_test_module_in_its_own_file_is_left_out() {
    let modules = [
        ("crate::mail", "#[cfg(test)] mod tests; pub fn send() {}"),
        ("crate::mail::tests", "use super::send;"),
    ];
    let texts = modules.map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(ModuleGraph::of(texts).dependencies().into_keys().collect::<Vec<_>>(), ["mail"]);
}
