//! Converts HTML to the format that `src/embed/tree.js` reads: a text is a string, and an element
//! is `[name, attributes, ...children]`.

use anyhow::{Context, Result};
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::{Map, Value, json};

/// Returns the dialog of rendered HTML.
pub(crate) fn of_dialog(html: &str) -> Result<Value> {
    let html = Html::parse_fragment(html);
    let dialog = Selector::parse("dialog").ok().context("a selector")?;
    html.select(&dialog).next().map(of_element).context("the first view has no dialog")
}

fn of_element(element: ElementRef) -> Value {
    let attributes: Map<_, _> =
        element.value().attrs().map(|(name, value)| (name.to_owned(), value.into())).collect();
    let children = element.children().filter_map(|child| match child.value() {
        Node::Text(text) => Some(json!(&**text)),
        Node::Element(_) => ElementRef::wrap(child).map(of_element),
        // Comments mark where the app would continue rendering. They are dropped.
        _ => None,
    });
    let start = [json!(element.value().name()), attributes.into()];
    start.into_iter().chain(children).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::of_dialog;

    #[test]
    fn elements_attributes_and_texts_keep_their_order() {
        let html = "<span></span><dialog class=\"dialog\"><!><p hidden>A &amp; b<br>c</p></dialog>";
        let expected = json!(["dialog", {"class": "dialog"},
            ["p", {"hidden": ""}, "A & b", ["br", {}], "c"]]);
        assert_eq!(of_dialog(html).unwrap(), expected);
    }

    #[test]
    fn a_view_without_a_dialog_is_an_error() {
        assert!(of_dialog("<p></p>").is_err());
    }
}
