//! Tests that the styles use only logical directions, so that right-to-left languages are mirrored,
//! and that every class in a style sheet is used.

use std::fs;

use crate::source_text::{Kind, Language, parts};
use crate::sources::{files_below, root, short};

/// Properties that name a side or axis of the screen instead of one of the text. `overflow-y` is
/// permitted, because pages scroll vertically in all our languages.
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
/// Prefixes of properties whose longhands name a side.
const SIDED: &[&str] = &["border", "margin", "padding", "scroll-margin", "scroll-padding"];
const SIDES: &[&str] = &["-bottom", "-left", "-right", "-top"];
/// Functions that move along an axis of the screen.
const MOVES: &[&str] = &["translate(", "translateX(", "translate3d("];

#[test]
fn every_style_uses_logical_directions() {
    let files = files_below(&root().join("style"), &["css"]);
    assert!(files.len() > 10, "the styles are below style/");
    let mut found = Vec::new();
    for file in files {
        let css = without_comments(&fs::read_to_string(&file).unwrap());
        let name = short(&file);
        for (property, value) in declarations(&css).filter(|(name, value)| is_physical(name, value))
        {
            found.push(format!("{name}: {property}: {value}"));
        }
    }
    assert!(found.is_empty(), "use logical sides instead:\n{}", found.join("\n"));
}

#[test]
fn every_class_is_used() {
    let mut names = String::new();
    for folder in ["src", "index.html"] {
        for file in files_below(&root().join(folder), &["rs", "js", "html"]) {
            let language = Language::of(&file).unwrap();
            names += &possible_classes(&fs::read_to_string(&file).unwrap(), language);
        }
    }
    let mut dead = Vec::new();
    for file in files_below(&root().join("style"), &["css"]) {
        let css = without_comments(&fs::read_to_string(&file).unwrap());
        for class in selectors(&css).flat_map(classes) {
            if !names.contains(&format!(" {class} ")) {
                dead.push(format!("{}: .{class}", short(&file)));
            }
        }
    }
    assert!(dead.is_empty(), "unused classes:\n{}", dead.join("\n"));
}

/// Tests the role of lists. Without it, Safari does not treat a list without markers as a list.
#[test]
fn every_list_has_its_role() {
    let mut found = Vec::new();
    for file in files_below(&root().join("src"), &["rs", "js"]) {
        let text = fs::read_to_string(&file).unwrap();
        let lists = ["<ul", "<ol"].into_iter().flat_map(|tag| text.split(tag).skip(1));
        let bare = lists.filter(|list| !list.trim_start().starts_with("role=\"list\"")).count();
        found.extend((bare > 0).then(|| file.display().to_string()));
    }
    assert!(found.is_empty(), "these lists must begin with role=\"list\":\n{}", found.join("\n"));
}

#[test]
fn the_classes_of_a_selector_are_found() {
    let css =
        "@media (max-width: 6.5em) { .a:is(.b-c, p) > d.e:hover { width: 1.5em } } .f { top: 0.g }";
    assert_eq!(selectors(css).flat_map(classes).collect::<Vec<_>>(), ["a", "b-c", "e", "f"]);
}

#[test]
fn a_class_name_in_a_comment_is_not_a_use() {
    let text = "/** The class\n .dead */ a(\"alive\"); // dead\n";
    let names = possible_classes(text, Language::JavaScript);
    assert!(names.contains(" alive ") && !names.contains("dead"), "{names}");
}

#[test]
fn physical_and_logical_declarations_are_distinguished() {
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

/// Returns the words of a source text that can be class names, each between spaces.
fn possible_classes(text: &str, language: Language) -> String {
    let mut names = String::new();
    for part in parts(text, language).iter().filter(|part| part.kind != Kind::Comment) {
        names += &part.text.replace(['"', '=', '(', ')'], " ").replace("class:", " ");
        names.push(' ');
    }
    names
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

/// Returns the properties and values of all rules of a sheet without comments.
fn declarations(css: &str) -> impl Iterator<Item = (&str, &str)> {
    css.split(['{', '}', ';'])
        .filter(|part| !part.trim_start().starts_with('@'))
        .filter_map(|part| part.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
        // A selector such as `a:hover` is not a declaration.
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

/// Returns the selectors, without rules that apply to the page.
fn selectors(css: &str) -> impl Iterator<Item = &str> {
    let before = css.split('{').filter_map(|part| part.rsplit([';', '}']).next());
    before.filter(|part| !part.trim_start().starts_with('@'))
}

fn classes(selector: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    selector.split('.').skip(1).map(move |rest| rest.split(|c| !is_part(c)).next().unwrap_or(rest))
}
