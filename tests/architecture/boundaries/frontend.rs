//! Tests the layers of the frontend: a module imports only from lower layers.

use std::{collections::BTreeMap, fs, path::PathBuf};

use crate::sources::{root, rust_files};

/// Modules without business logic, which are below all others.
const GROUND: &[&str] = &["config", "routes", "i18n", "browser", "reactive", "turns", "ui"];
/// Modules for waiting for lazy chunks.
const DEFERRED: &[&str] = &["chunk", "deferred"];

/// The modules that each module may import besides itself, in the order of `src/lib.rs`.
const FLOORS: &[(&str, &[&[&str]])] = &[
    ("config", &[]),
    ("routes", &[]),
    ("turns", &[]),
    ("i18n", &[&["turns"]]),
    ("browser", &[]),
    ("reactive", &[]),
    ("ui", &[&["reactive"]]),
    ("chunk", &[]),
    ("deferred", &[&["i18n", "ui"]]),
    ("navigation", &[&["browser", "config", "reactive"]]),
    ("api", &[&["browser"]]),
    ("session", &[GROUND, DEFERRED, &["api", "navigation"]]),
    ("users", &[GROUND, DEFERRED, &["api", "session"]]),
    ("support_hours", &[GROUND, DEFERRED, &["session"]]),
    ("contact", &[GROUND, DEFERRED, &["api", "session", "support_hours", "users"]]),
    ("pages", &[GROUND, &["api", "contact", "session", "support_hours", "users"]]),
    ("app", &[GROUND, DEFERRED, &["api", "contact", "navigation", "pages", "session", "users"]]),
    ("embed", &[&["api", "app", "browser", "config", "i18n", "navigation", "routes", "ui"]]),
    ("first_view", &[&["config", "contact", "i18n", "navigation", "session"]]),
];

/// Crates that only some modules may use.
const CRATES: &[(&str, &[&str])] = &[
    // `app` receives the element into which it draws.
    ("web_sys", &["browser", "ui", "embed", "api", "app"]),
    ("gloo_net", &["api"]),
    ("gloo_timers", &["browser"]),
    (
        "leptos",
        &[
            "app",
            "browser",
            "chunk",
            "config",
            "contact",
            "deferred",
            "embed",
            "first_view",
            "i18n",
            "navigation",
            "pages",
            "reactive",
            "session",
            "support_hours",
            "turns",
            "ui",
            "users",
        ],
    ),
    (
        "partner_portal_contract",
        &[
            "api",
            "app",
            "browser",
            "config",
            "contact",
            "embed",
            "first_view",
            "i18n",
            "pages",
            "routes",
            "session",
            "support_hours",
            "users",
        ],
    ),
];

#[test]
fn a_module_imports_only_from_lower_layers() {
    let floors: BTreeMap<_, _> = FLOORS.iter().copied().collect();
    let mut broken = Vec::new();
    for (file, module, source) in sources() {
        let allowed = floors
            .get(module.as_str())
            .unwrap_or_else(|| panic!("{module} has no floor: give it one in FLOORS"));
        for used in names_after(&source, "crate::") {
            if used != module && !allowed.concat().contains(&used.as_str()) {
                broken.push(format!("{}: {module} must not know {used}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_crate_is_used_only_by_its_permitted_modules() {
    let mut broken = Vec::new();
    for (file, module, source) in sources() {
        for (name, modules) in CRATES {
            let is_named = source.lines().any(|line| {
                let line = line.trim_start();
                !line.starts_with("//") && mentions_path(line, name)
            });
            if is_named && !modules.contains(&module.as_str()) {
                broken.push(format!("{}: {module} must not know {name}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let modules: Vec<String> = sources().into_iter().map(|(_, module, _)| module).collect();
    for (module, _) in FLOORS {
        assert!(modules.iter().any(|it| it == module), "{module} is gone: take it out of FLOORS");
    }
}

#[test]
fn the_contract_depends_on_no_framework_and_no_input_or_output() {
    let manifest = fs::read_to_string(root().join("crates/contract/Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap();
    let dependencies = dependencies.split("\n[").next().unwrap();
    for refused in
        ["leptos", "web-sys", "js-sys", "wasm-bindgen", "axum", "sqlx", "tokio", "reqwest"]
    {
        assert!(!dependencies.contains(refused), "the contract must not depend on {refused}");
    }
}

/// Returns true if a line contains a path of the crate: `name::`.
fn mentions_path(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        line[at + name.len()..].starts_with("::")
            && !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// Returns all modules that a source names behind `prefix`, including nested groups.
fn names_after(source: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in source.match_indices(prefix) {
        let rest = &source[at + prefix.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = 0;
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => {
                        names.extend(first_name(&group[start..at]));
                        break;
                    }
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        names.extend(first_name(&group[start..at]));
                        start = at + 1;
                    }
                    _ => {}
                }
            }
        } else {
            names.extend(first_name(rest));
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let name: String =
        text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// Returns every Rust file below `src` with its module and its text.
fn sources() -> Vec<(PathBuf, String, String)> {
    let src = root().join("src");
    rust_files()
        .into_iter()
        .filter(|file| file.file_name().unwrap() != "lib.rs")
        .map(|file| {
            let module = file.strip_prefix(&src).unwrap().iter().next().unwrap();
            let module = module.to_str().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&file).unwrap();
            (file, module, text)
        })
        .collect()
}
