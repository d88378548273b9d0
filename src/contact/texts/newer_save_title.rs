//! Names the user who has saved a newer revision.

use crate::i18n::{I18n, Text};

/// Returns `sentence` with the author of the newer revision, or a sentence without a name if the
/// backend names no author.
pub fn newer_save_title(i18n: I18n, sentence: Text, author: Option<&str>) -> String {
    match author {
        Some(name) => i18n.with(sentence, &[("name", name)]),
        None => i18n.text(Text::ConflictTitle),
    }
}
