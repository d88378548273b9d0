//! Tests that no handler relies on the type of an event.
//!
//! A browser, an extension or the page can dispatch a plain `Event` under any name. If it is read
//! as the type that belongs to the name, wasm-bindgen throws an exception through Rust frames.

use std::fs;

use crate::sources::rust_files;

/// Files that may name event types: one reads events, the other creates our own.
const EVENT_FILES: &[&str] = &["src/ui/events.rs", "src/embed/events.rs"];
/// The permitted beginnings of a handler in a view. Such a handler reads no event, or an untyped
/// one.
const HANDLERS: &[&str] = &["move |_|", "|_|", "untyped(", "{untyped::<Event>("];
/// Functions that pass a typed event to a handler, or read a target as if it were typed.
const PROMISES: &[&str] = &["window_event_listener(", "document_event_listener(", "event_target"];

#[test]
fn no_handler_relies_on_the_type_of_an_event() {
    let files = rust_files();
    let mut broken = Vec::new();
    for file in files.iter().filter(|file| !EVENT_FILES.iter().any(|it| file.ends_with(it))) {
        for line in fs::read_to_string(file).unwrap().lines() {
            broken.extend(faults(line).map(|fault| format!("{}: {fault}", file.display())));
        }
    }
    assert!(broken.is_empty(), "wrap the handler in ui::untyped:\n{}", broken.join("\n"));
}

#[test]
fn a_handler_that_relies_on_an_event_type_is_found() {
    let found = |line| faults(line).collect::<Vec<_>>();
    assert_eq!(found("use web_sys::{Event, KeyboardEvent};"), ["KeyboardEvent"]);
    assert_eq!(
        found("on:keydown=move |event| event.key()"),
        ["on:keydown=move |event| event.key()"]
    );
    assert_eq!(found("<a on:input=typed>"), ["on:input=typed>"]);
    assert_eq!(found("window_event_listener(ev::click, f)"), ["window_event_listener("]);
    assert!(found("<a on:click=move |_| go() on:submit=untyped(submit)>").is_empty());
    assert!(found("// A `KeyboardEvent` has a key.").is_empty());
    assert!(found("enum PortalEvent {}").is_empty());
}

fn faults(line: &str) -> impl Iterator<Item = String> {
    let code = if line.trim_start().starts_with("//") { "" } else { line };
    let promises = PROMISES.iter().filter(|it| code.contains(**it)).map(ToString::to_string);
    typed_events(code).chain(handlers(code)).chain(promises).collect::<Vec<_>>().into_iter()
}

/// Returns the event types named in a line, except `Event` and our own.
fn typed_events(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
    let is_typed = |word: &&str| {
        word.len() > "Event".len() && word.ends_with("Event") && *word != "PortalEvent"
    };
    words.filter(is_typed).map(str::to_owned)
}

/// Returns the handlers in a line of a view that do not begin like one of [`HANDLERS`].
fn handlers(line: &str) -> impl Iterator<Item = String> {
    line.match_indices("on:").filter_map(|(at, _)| {
        let handler = &line[at..];
        let (name, value) = handler["on:".len()..].split_once('=')?;
        let is_attribute = line[..at].chars().next_back().is_none_or(char::is_whitespace);
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase());
        let is_safe = HANDLERS.iter().any(|it| value.starts_with(it));
        (is_attribute && is_name && !is_safe).then(|| handler.to_owned())
    })
}
