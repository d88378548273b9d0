//! A letter as plain text.

use super::letter::{Block, Letter, Piece, Sentence};
use partner_portal_contract::language::Language;

/// U+2068 and U+2069: what stands between them does not reorder what stands around it.
const ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// The whole text, with CRLF at the end of each line.
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
            // Alone on its line, so that a mail program makes a link of exactly this.
            Block::Link { label, url } => format!("{}:\r\n{url}", say(label)),
        })
        .collect();
    blocks.join("\r\n\r\n") + "\r\n"
}

/// One sentence without formatting.
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

/// Whether the value may run in another direction than the sentence.
fn can_reorder(value: &str, language: Language) -> bool {
    let may_be_right_to_left = |c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}');
    super::html::is_right_to_left(language)
        || value.chars().any(|c| may_be_right_to_left(c) || c >= '\u{10800}')
}
