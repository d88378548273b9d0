//! Checks the node classes that the app's code uses with `instanceof`.
//!
//! A node of another window is not an instance of this window's classes, so `src/embed/app.js`
//! defines a replacement for each class.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

/// Fails if the app's `script` uses a class that `frame`, the surrounding script, does not replace,
/// or if `frame` replaces an unused class.
pub(super) fn check(frame: &str, script: &str) -> Result<()> {
    let asked: BTreeSet<&str> =
        names_after(script, "instanceof ").filter(|name| is_of_page(name)).collect();
    let stood_in: BTreeSet<&str> = frame
        .lines()
        .filter_map(|line| line.strip_prefix("const ")?.split_once(" = kind("))
        .map(|(name, _)| name)
        .collect();
    if let Some(name) = asked.difference(&stood_in).next() {
        bail!("the app asks for `instanceof {name}`: src/embed/app.js needs a stand-in for it");
    }
    if let Some(name) = stood_in.difference(&asked).next() {
        bail!("src/embed/app.js stands in for {name}, which the app does not ask for");
    }
    Ok(())
}

fn names_after<'a>(script: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    script.split(word).skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        &rest[..end]
    })
}

/// Returns true if the class is that of a page's node, which can belong to another window.
fn is_of_page(class: &str) -> bool {
    const OTHERS: [&str; 7] =
        ["Document", "DocumentFragment", "Element", "EventTarget", "Node", "ShadowRoot", "Text"];
    OTHERS.contains(&class) || class.starts_with("HTML") || class.starts_with("SVG")
}

#[cfg(test)]
mod tests {
    use super::check;

    const SCRIPT: &str = "let a = x instanceof Element; b = y instanceof Error;";

    #[test]
    fn a_class_without_a_replacement_fails() {
        assert!(check("const Element = kind(isElement);\n", SCRIPT).is_ok());
        let error = check("", SCRIPT).unwrap_err().to_string();
        assert!(error.contains("instanceof Element"), "{error}");
    }

    #[test]
    fn an_unused_replacement_fails() {
        let frame = "const Element = kind(isElement);\nconst HTMLInputElement = kind(isHtml);\n";
        let error = check(frame, SCRIPT).unwrap_err().to_string();
        assert!(error.contains("HTMLInputElement"), "{error}");
    }
}
