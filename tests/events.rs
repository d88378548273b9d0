//! No handler trusts the type of an event.
//!
//! A browser, an extension or the page can dispatch a plain event of any name: wasm-bindgen throws
//! through Rust frames when such an event is read as the type that its name promises.

mod sources;

use std::fs;

use self::sources::rust_files;

/// Files that may name the type of an event: one reads what events say, the other makes our own.
const EVENT_FILES: &[&str] = &["src/ui/events.rs", "src/embed/events.rs"];
/// How a handler in a view may begin: it reads no event, or one without a promised type.
const HANDLERS: &[&str] = &["move |_|", "|_|", "untyped(", "{untyped::<Event>("];
/// What gives a handler the type that an event's name promises, or reads a target as if it had one.
const PROMISES: &[&str] = &["window_event_listener(", "document_event_listener(", "event_target"];

#[test]
fn no_handler_trusts_the_type_of_an_event() {
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
fn a_handler_that_trusts_an_event_is_found() {
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

/// The names of event types in a line, apart from the one that every event has and from our own.
fn typed_events(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
    let is_typed = |word: &&str| {
        word.len() > "Event".len() && word.ends_with("Event") && *word != "PortalEvent"
    };
    words.filter(is_typed).map(str::to_owned)
}

/// The handlers in a line of a view that begin otherwise than [`HANDLERS`].
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
