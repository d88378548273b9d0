//! Formats a letter as plain text.

use partner_portal_contract::language::Language;

use super::letter::{Block, Letter, Piece, Sentence};

/// U+2068 and U+2069 isolate the enclosed text, so that it does not reorder the surrounding text.
const ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Returns the complete text with CRLF at the end of each line.
pub(super) fn body(letter: &Letter) -> String {
    let say = |sentence| line(sentence, letter.language);
    let blocks: Vec<String> = letter
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(sentence) | Block::Note(sentence) => say(sentence),
            Block::List(items) => {
                let items: Vec<_> = items.iter().map(|item| format!("- {}", say(item))).collect();
                items.join("\r\n")
            }
            // The URL has its own line, so that a mail program turns exactly this text into a link.
            Block::Link { label, url } => format!("{}:\r\n{url}", say(label)),
        })
        .collect();
    blocks.join("\r\n\r\n") + "\r\n"
}

/// Formats one sentence.
pub(super) fn line(sentence: &Sentence, language: Language) -> String {
    let mut line = String::new();
    for piece in &sentence.0 {
        match piece {
            Piece::Text(text) => line.push_str(text),
            Piece::Value(value) if can_reorder(value, language) => {
                line.push(ISOLATE);
                line.push_str(value);
                line.push(POP_ISOLATE);
            }
            Piece::Value(value) => line.push_str(value),
        }
    }
    line
}

/// Checks whether the value may have another direction than the sentence.
fn can_reorder(value: &str, language: Language) -> bool {
    let may_be_right_to_left = |c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}');
    language.is_right_to_left()
        || value.chars().any(|c| may_be_right_to_left(c) || c >= '\u{10800}')
}
