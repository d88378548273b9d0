//! The styles know no left and no right: a language that runs from right to left mirrors them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Properties that name a side or an axis of the screen instead of one of the text. Not
/// `overflow-y`: pages scroll up and down in every language that we have.
const PHYSICAL: &[&str] = &[
    "bottom",
    "height",
    "left",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "overflow-x",
    "right",
    "top",
    "width",
];
/// Beginnings of such properties: their longhands name a side.
const SIDED: &[&str] = &["border", "margin", "padding", "scroll-margin", "scroll-padding"];
const SIDES: &[&str] = &["-bottom", "-left", "-right", "-top"];
/// Functions that move along the axis of the screen.
const MOVES: &[&str] = &["translate(", "translateX(", "translate3d("];

#[test]
fn every_style_is_logical() {
    let mut files = Vec::new();
    collect(&root().join("style"), &mut files);
    assert!(files.len() > 10, "the styles are below style/");
    let mut found = Vec::new();
    for file in files {
        let css = without_comments(&fs::read_to_string(&file).unwrap());
        let name = file.strip_prefix(root()).unwrap().display().to_string();
        for (property, value) in declarations(&css).filter(|(name, value)| is_physical(name, value))
        {
            found.push(format!("{name}: {property}: {value}"));
        }
    }
    assert!(found.is_empty(), "name a side of the text instead:\n{}", found.join("\n"));
}

#[test]
fn a_physical_declaration_is_told_from_a_logical_one() {
    let css = "@media (max-width: 640px) { .a:hover { margin-left: 4px; inset-inline-end: 0 } }
        .b { text-align: right; float: inline-start; width: 1px; transition: inline-size 1s; }
        /* left: 0; */ .c { border-top-left-radius: 1px; background: linear-gradient(to right, red, blue) }";
    let css = without_comments(css);
    let found: Vec<_> = declarations(&css)
        .filter(|(name, value)| is_physical(name, value))
        .map(|it| it.0)
        .collect();
    assert_eq!(
        found,
        ["margin-left", "text-align", "width", "border-top-left-radius", "background"],
    );
}

fn is_physical(name: &str, value: &str) -> bool {
    let sided = SIDED.iter().any(|start| {
        name.strip_prefix(start).is_some_and(|rest| SIDES.iter().any(|side| rest.starts_with(side)))
    });
    let mut words = value.split(|c: char| c.is_whitespace() || c == ',');
    let is_side = |word: &str| {
        word == "left" || word == "right" || MOVES.iter().any(|it| word.starts_with(it))
    };
    sided || PHYSICAL.contains(&name) || words.any(is_side)
}

/// The properties with their values, of all rules of a sheet without comments.
fn declarations(css: &str) -> impl Iterator<Item = (&str, &str)> {
    css.split(['{', '}', ';'])
        .filter(|part| !part.trim_start().starts_with('@'))
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        // A selector such as `a:hover` is no declaration.
        .filter(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
}

fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        kept += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
