//! Formats a letter as HTML. It uses only inline styles, loads nothing from the network, and works
//! in light and dark mail programs.

use super::{
    letter::{Block, Letter, Piece, Sentence},
    plain,
};

// Sets only the colours of the button. The mail program's own colours are readable in light and
// dark mode, and the button's colours are readable on both.
const BODY: &str = "margin:0;padding:24px 16px;font-family:system-ui,-apple-system,'Segoe UI',\
                    Roboto,Arial,sans-serif;font-size:16px;line-height:1.5";
const COLUMN: &str = "max-width:36em;margin:0 auto";
const PARAGRAPH: &str = "margin:0 0 16px";
const LIST: &str = "margin:0 0 16px;padding:0 24px";
const BUTTON: &str = "display:inline-block;padding:10px 20px;border-radius:6px;\
                      background-color:#0b57d0;color:#ffffff;font-weight:600;\
                      text-decoration:none";
const ADDRESS: &str = "margin:0 0 16px;font-size:14px;word-break:break-all";
const NOTE: &str = "margin:0 0 8px;font-size:14px;opacity:0.8";

/// Returns the complete HTML document.
pub(super) fn document(letter: &Letter) -> String {
    let tag = letter.language.tag();
    let direction = if letter.language.is_right_to_left() { "rtl" } else { "ltr" };
    let title = escape(&plain::line(&letter.subject, letter.language));
    let blocks: Vec<String> = letter.blocks.iter().map(block).collect();
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"{tag}\" dir=\"{direction}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n\
         </head>\n\
         <body style=\"{BODY}\">\n\
         <div lang=\"{tag}\" dir=\"{direction}\" style=\"{COLUMN}\">\n\
         {}\n\
         </div>\n\
         </body>\n\
         </html>\n",
        blocks.join("\n")
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(sentence) => format!("<p style=\"{PARAGRAPH}\">{}</p>", say(sentence)),
        Block::Note(sentence) => format!("<p style=\"{NOTE}\">{}</p>", say(sentence)),
        Block::List(items) => {
            let items: Vec<_> =
                items.iter().map(|item| format!("<li>{}</li>", say(item))).collect();
            format!("<ul style=\"{LIST}\">\n{}\n</ul>", items.join("\n"))
        }
        Block::Link { label, url } => {
            let url = escape(url);
            // The address is also shown as text, so that readers can see where the link leads.
            format!(
                "<p style=\"{PARAGRAPH}\"><a href=\"{url}\" style=\"{BUTTON}\">{}</a></p>\n\
                 <p style=\"{ADDRESS}\"><bdi dir=\"ltr\">{url}</bdi></p>",
                say(label)
            )
        }
    }
}

fn say(sentence: &Sentence) -> String {
    let pieces = sentence.0.iter().map(|piece| match piece {
        Piece::Text(text) => escape(text),
        Piece::Value(value) => format!("<bdi>{}</bdi>", escape(value)),
    });
    pieces.collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
