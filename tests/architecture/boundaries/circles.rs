//! Tests that the modules of a crate do not import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::module_graph::ModuleGraph;
use crate::sources::root;

const CRATES: &[&str] = &["src", "crates/backend/src", "crates/contract/src", "crates/xtask/src"];

type Dependencies<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let mut found = Vec::new();
    for folder in CRATES {
        let graph = ModuleGraph::read(&root().join(folder));
        let dependencies = graph.dependencies();
        found.extend(circles(&dependencies).into_iter().map(|it| format!("{folder}: {it}")));
    }
    assert!(found.is_empty(), "{} circles:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_circle_is_found_and_described() {
    let edges = [("a", vec!["b", "d"]), ("b", vec!["c"]), ("c", vec!["a"]), ("d", vec!["c"])];
    let graph = edges.into_iter().map(|(from, to)| (from, to.into_iter().collect())).collect();
    assert_eq!(circles(&graph), ["a -> b -> c -> a (one of 4 modules: a, b, c, d)"]);
    let open = [("a", vec!["b"]), ("b", vec!["c"]), ("c", vec![])];
    let graph = open.into_iter().map(|(from, to)| (from, to.into_iter().collect())).collect();
    assert!(circles(&graph).is_empty());
}

/// Describes each group of modules that know each other, with its shortest circle.
fn circles(dependencies: &Dependencies) -> Vec<String> {
    let reached: BTreeMap<_, _> =
        dependencies.keys().map(|module| (*module, reachable(dependencies, module))).collect();
    let mut described = BTreeSet::new();
    let mut found = Vec::new();
    for module in dependencies.keys().filter(|module| reached[**module].contains(**module)) {
        let group: Vec<&str> = reached[module]
            .iter()
            .copied()
            .filter(|other| reached.get(other).is_some_and(|it| it.contains(module)))
            .collect();
        if described.insert(group.clone()) {
            let shortest = group.iter().map(|it| shortest_circle(dependencies, it));
            let shortest = shortest.min_by_key(Vec::len).unwrap().join(" -> ");
            let (size, names) = (group.len(), group.join(", "));
            found.push(format!("{shortest} (one of {size} modules: {names})"));
        }
    }
    found
}

/// Returns all modules that a module knows, directly or through others.
fn reachable<'a>(dependencies: &Dependencies<'a>, module: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&str> = dependencies.get(module).into_iter().flatten().copied().collect();
    while let Some(next) = waiting.pop() {
        if found.insert(next) {
            waiting.extend(dependencies.get(next).into_iter().flatten());
        }
    }
    found
}

/// Returns the shortest path from a module back to itself.
fn shortest_circle<'a>(dependencies: &Dependencies<'a>, module: &'a str) -> Vec<&'a str> {
    let mut paths = vec![vec![module]];
    let mut visited = BTreeSet::new();
    loop {
        let mut longer = Vec::new();
        for path in &paths {
            for next in dependencies.get(path[path.len() - 1]).into_iter().flatten() {
                let path: Vec<_> = path.iter().chain([next]).copied().collect();
                if *next == module {
                    return path;
                }
                if visited.insert(*next) {
                    longer.push(path);
                }
            }
        }
        paths = longer;
    }
}
