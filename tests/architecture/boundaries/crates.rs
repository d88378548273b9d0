//! Tests the layers of the other crates: a module imports only from lower layers.

use std::collections::{BTreeMap, BTreeSet};

use super::module_graph::ModuleGraph;
use crate::sources::root;

/// The layers of a crate, the lowest first. The modules of a layer do not know each other. A child
/// that has a layer of its own does not count as part of its parent.
struct Crate {
    source_folder: &'static str,
    layers: &'static [&'static [&'static str]],
    /// Imports from the same or a higher layer, with the reason. They are to be removed.
    exceptions: &'static [(&'static str, &'static str, &'static str)],
}

const CONTRACT: Crate = Crate {
    source_folder: "crates/contract/src",
    layers: &[
        &["address_list", "entity_tag", "field", "language", "onboarding", "time_of_day"],
        &["field_error", "policy", "saved_draft", "schedule", "search"],
        &["time_zones"],
        &["reference_data"],
        &["email_address", "problem"],
        &["users"],
        &["contact_information"],
        &["input"],
        &["advice", "completion", "contact_information::document", "coverage"],
        &["account", "operator", "paths", "revision"],
        &["session"],
    ],
    exceptions: &[
        ("reference_data", "email_address", "the bundled tables use its rule for joiners"),
        ("users", "completion", "`RemindersSent` lists missing requirements"),
    ],
};

const BACKEND: Crate = Crate {
    source_folder: "crates/backend/src",
    layers: &[
        &["clock", "connections", "dropped_lines", "integration_types", "random", "tasks"],
        &["auth", "ids"],
        &["mail", "storage"],
        &["rules"],
        &["change_feed"],
        &["state"],
        &["http"],
        &["demo", "faults", "handlers", "settings"],
        &["http::router"],
        &["server"],
        &["commands"],
    ],
    exceptions: &[],
};

const XTASK: Crate = Crate {
    source_folder: "crates/xtask/src",
    layers: &[
        &["process", "step", "workspace"],
        &["backend", "debian", "tools"],
        &["browser", "firefox", "frontend", "nginx", "time_zones", "webkit"],
        &["bench", "dev", "serve", "test"],
    ],
    exceptions: &[],
};

#[test]
fn a_module_of_a_crate_imports_only_from_lower_layers() {
    for checked in [CONTRACT, BACKEND, XTASK] {
        let Crate { source_folder, layers, exceptions } = checked;
        let layer_of: BTreeMap<&str, usize> = layers
            .iter()
            .enumerate()
            .flat_map(|(layer, modules)| modules.iter().map(move |module| (*module, layer)))
            .collect();
        let graph = ModuleGraph::read(&root().join(source_folder));
        let listed: BTreeSet<&str> = layer_of.keys().copied().collect();
        let imports = imports_between(&graph, &listed);
        let modules: BTreeSet<&str> = imports.keys().copied().collect();
        assert_eq!(modules, listed, "{source_folder}: give each module a layer");

        let upward: BTreeSet<(&str, &str)> = imports
            .iter()
            .flat_map(|(module, others)| others.iter().map(move |other| (*module, *other)))
            .filter(|(module, other)| layer_of[module] <= layer_of[other])
            .collect();
        let known = exceptions.iter().map(|(module, other, _)| (*module, *other)).collect();
        assert_eq!(upward, known, "{source_folder}: imports from the same or a higher layer");
    }
}

/// Returns the listed modules, and those at the root of a crate, with the others that they or their
/// children import.
fn imports_between<'a>(
    graph: &'a ModuleGraph,
    listed: &BTreeSet<&'a str>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let part_of = |module: &'a str| {
        let ancestors = module.match_indices("::").map(|(at, _)| &module[..at]);
        let named: Vec<&str> = ancestors.chain([module]).collect();
        let listed = named.iter().rev().find(|ancestor| listed.contains(**ancestor));
        listed.copied().unwrap_or(named[0])
    };
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, others) in graph.dependencies() {
        let name = part_of(module);
        let others = others.into_iter().map(part_of);
        found.entry(name).or_default().extend(others.filter(|other| *other != name));
    }
    // The root declares all modules, so it is above all layers.
    found.remove("crate");
    found
}
