//! Tests the layers inside `src/contact`: the data of the form is below the actions, and these are
//! below the views.

use std::collections::BTreeSet;
use std::fs;

use super::module_graph::ModuleGraph;
use crate::sources::{files_below, root, short};

/// The folders of `contact`, the lowest layer first. The folders of a layer do not know each other.
const LAYERS: &[&[&str]] = &[
    &["state", "texts"],
    &["saving"],
    &["drafts", "portal_chunk"],
    &["form", "history"],
    &["modal"],
];

/// Returns the folder of a module of `contact`. `None` for other modules and for the root, which
/// only exports what other modules use.
fn folder(module: &str) -> Option<&str> {
    module.strip_prefix("contact::")?.split("::").next()
}

fn layer(folder: &str) -> usize {
    let layer = LAYERS.iter().position(|folders| folders.contains(&folder));
    layer.unwrap_or_else(|| panic!("src/contact/{folder}: give it a layer"))
}

/// Returns each import between two folders of `contact`, as pairs of modules.
fn imports(graph: &ModuleGraph) -> Vec<(&str, &str)> {
    let all = graph.dependencies().into_iter();
    all.flat_map(|(module, others)| others.into_iter().map(move |other| (module, other)))
        .filter(|(module, other)| match (folder(module), folder(other)) {
            (Some(folder), Some(other)) => folder != other,
            _ => false,
        })
        .collect()
}

#[test]
fn a_folder_of_contact_imports_only_from_lower_layers() {
    let graph = ModuleGraph::read(&root().join("src"));
    let imports = imports(&graph);
    let upward: Vec<_> = imports
        .iter()
        .filter(|(module, other)| layer(folder(module).unwrap()) <= layer(folder(other).unwrap()))
        .map(|(module, other)| format!("{module} must not know {other}"))
        .collect();
    assert!(upward.is_empty(), "{}", upward.join("\n"));

    let used: BTreeSet<&str> = imports
        .iter()
        .flat_map(|(module, other)| [folder(module), folder(other)])
        .flatten()
        .collect();
    let listed: BTreeSet<&str> = LAYERS.iter().copied().flatten().copied().collect();
    assert_eq!(used, listed, "the layers list the folders of src/contact");
}

#[test]
fn the_form_reaches_its_chunk_only_through_the_doors() {
    let graph = ModuleGraph::read(&root().join("src"));
    let imports = imports(&graph);
    // The history is in the same chunk, because only a page shows it.
    let of_form = imports.iter().filter(|(module, _)| folder(module) != Some("history"));
    let into_chunk: BTreeSet<&str> =
        of_form.map(|(_, other)| *other).filter(|it| folder(it) == Some("portal_chunk")).collect();
    assert_eq!(into_chunk, BTreeSet::from(["contact::portal_chunk"]));
}

#[test]
fn only_the_state_of_the_form_has_methods() {
    let elsewhere = files_below(&root().join("src"), &["rs"]).into_iter().filter(|file| {
        let is_of_state = file.starts_with(root().join("src/contact/state"));
        !is_of_state && fs::read_to_string(file).unwrap().contains("impl ContactFormState")
    });
    let elsewhere: Vec<_> = elsewhere.map(|file| short(&file)).collect();
    assert!(elsewhere.is_empty(), "take the state as a parameter: {}", elsewhere.join(", "));
}
