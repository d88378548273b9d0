//! Tests that every end-to-end test is in the folder of a feature, and that `tests/README.md` lists
//! the folder. Playwright does not run tests elsewhere, except the scenarios in WebKitGTK.

use std::collections::BTreeSet;
use std::fs;

use crate::sources::{files_below, read, root, short};

#[test]
fn every_spec_is_in_the_folder_of_a_feature() {
    let files = files_below(&root().join("tests"), &["ts"]).into_iter().map(|file| short(&file));
    let specs: Vec<String> = files.filter(|file| file.ends_with(".spec.ts")).collect();
    assert!(specs.len() > 50, "the specs are below tests/e2e/specs");
    for spec in specs {
        // The scenarios in WebKitGTK have a configuration of their own.
        if spec.starts_with("tests/e2e/webkit/") {
            continue;
        }
        let path = spec.strip_prefix("tests/e2e/specs/");
        assert_eq!(path.map(|path| path.matches('/').count()), Some(1), "{spec}");
    }
}

#[test]
fn the_readme_lists_the_folders_of_all_features() {
    let entries = fs::read_dir(root().join("tests/e2e/specs")).unwrap();
    let folders = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let readme = read("tests/README.md");
    let rows = readme.lines().skip_while(|line| !line.starts_with("| Feature"));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    let listed = rows.map(|row| row.split('`').nth(1).unwrap().to_owned());
    assert_eq!(listed.collect::<BTreeSet<_>>(), folders.collect());
}
