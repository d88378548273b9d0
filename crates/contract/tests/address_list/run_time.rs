//! Tests that the run time is linear in the length of the text.

use std::time::{Duration, Instant};

use partner_portal_contract::split_addresses;

#[test]
fn any_long_text_is_split_in_linear_time() {
    const LENGTH: usize = 1 << 17;
    let pieces = [
        "a",
        "a@b.c,",
        "a ",
        " ",
        "<",
        ">",
        "< ",
        "\"",
        "\" ",
        "\"\" ",
        "\\\"",
        "\"\\",
        "\" <",
        "\" <a ",
        "\"a\" <a,",
        "@",
        "@ <",
        "a@ <",
        "<a@b",
        "<a@b.c>",
        "a <a@b.c> ",
        "\"a\" <a@b.c>",
        "a@b <a@b>",
        "mailto:",
        "<mailto:",
        "，",
        "\n",
        "\"\n",
        "\"< ",
        "(",
        ")",
        "(a) ",
        "((a)",
        "(@",
        "[",
        "[a](",
        "[a](b) ",
        "mailto:a@b?",
        "?",
        "“?",
        "“a@b",
        "*_",
        "a: ",
        "\\(",
    ];
    for piece in pieces {
        let text = piece.repeat(LENGTH / piece.len());
        // A prefix changes which quotation marks and brackets form pairs.
        for prefix in ["", "\""] {
            let begin = Instant::now();
            split_addresses(&format!("{prefix}{text}"));
            // Scanning the rest of the text at every character would take minutes.
            assert!(begin.elapsed() < Duration::from_secs(10), "{prefix:?} and {piece:?}");
        }
    }
}
