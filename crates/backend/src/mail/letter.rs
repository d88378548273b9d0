//! Composes the text of a mail. A sentence keeps its inserted values separate, so that each format
//! can escape and isolate them. Knows no HTML and no MIME.

use std::slice;

use partner_portal_contract::language::Language;

use super::{
    message::{InvitationMail, Mail, ReminderMail},
    texts::{AllTexts, Texts},
};

/// The text of one mail.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) language: Language,
    pub(super) subject: Sentence,
    pub(super) blocks: Vec<Block>,
}

/// A part of a letter. The parts are in order from top to bottom.
#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Sentence),
    List(Vec<Sentence>),
    Link {
        label: Sentence,
        url: String,
    },
    /// A paragraph in small print.
    Note(Sentence),
}

/// A sentence with inserted values.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sentence(pub(super) Vec<Piece>);

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text from the translation.
    Text(String),
    /// A value from a user or from stored data. It may contain any script and any characters.
    Value(String),
}

impl Letter {
    /// Composes the letter of a mail. Returns `None` if there are no texts in its language.
    pub(super) fn of(mail: &Mail, texts: &AllTexts) -> Option<Self> {
        let texts = texts.of(mail.language())?;
        let (subject, blocks) = match mail {
            Mail::Invitation(mail) => invitation(mail, texts),
            Mail::Reminder(mail) => reminder(mail, texts),
        };
        Some(Self { language: mail.language(), subject, blocks })
    }

    /// Checks whether a value could imitate other parts of the mail, by adding a line or by
    /// reversing the text that follows it.
    pub(super) fn has_forbidden_value(&self) -> bool {
        let sentences = self.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(sentence) | Block::Note(sentence) => slice::from_ref(sentence),
            Block::Link { label, .. } => slice::from_ref(label),
            Block::List(items) => items,
        });
        let mut values = sentences.chain([&self.subject]).flat_map(|sentence| &sentence.0);
        let mut urls = self.blocks.iter().filter_map(|block| match block {
            Block::Link { url, .. } => Some(url),
            _ => None,
        });
        values.any(|piece| matches!(piece, Piece::Value(value) if value.chars().any(is_forbidden)))
            || urls.any(|url| url.chars().any(|c| is_forbidden(c) || c.is_whitespace()))
    }
}

impl Sentence {
    /// Replaces each `{key}`. A key without a value is kept, so that a test can find it.
    fn new(template: &str, values: &[(&str, &str)]) -> Self {
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some((text, key, after)) = split_at_key(rest) {
            match values.iter().find(|(known, _)| *known == key) {
                Some((_, value)) => {
                    pieces.push(Piece::Text(text.to_owned()));
                    pieces.push(Piece::Value((*value).to_owned()));
                }
                None => pieces.push(Piece::Text(format!("{text}{{{key}}}"))),
            }
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        Self(pieces)
    }
}

fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn split_at_key(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (key, after) = rest.split_once('}')?;
    Some((before, key, after))
}

fn invitation(mail: &InvitationMail, texts: &Texts) -> (Sentence, Vec<Block>) {
    let until = texts.instant(mail.expires_at);
    let values = [
        ("name", mail.name.as_str()),
        ("address", &mail.address),
        ("invited_by", &mail.invited_by),
        ("account", &mail.account),
        ("platform", &mail.platform),
        ("until", &until),
    ];
    let say = |template: &str| Sentence::new(template, &values);
    let words = &texts.invitation;
    let blocks = vec![
        Block::Paragraph(say(&texts.greeting)),
        Block::Paragraph(say(&words.given)),
        Block::Paragraph(say(texts.role(mail.role))),
        Block::Paragraph(say(&words.sign_in)),
        Block::Link { label: say(&words.button), url: mail.sign_in_url.clone() },
        Block::Paragraph(say(&words.link)),
        Block::Paragraph(say(&words.until)),
        Block::Paragraph(say(&words.ask)),
        Block::Note(say(&texts.automatic)),
    ];
    (say(&words.subject), blocks)
}

fn reminder(mail: &ReminderMail, texts: &Texts) -> (Sentence, Vec<Block>) {
    let values = [
        ("name", mail.name.as_str()),
        ("asked_by", &mail.asked_by),
        ("account", &mail.account),
        ("platform", &mail.platform),
    ];
    let say = |template: &str| Sentence::new(template, &values);
    let words = &texts.reminder;
    let fields = mail.missing_fields.iter().filter_map(|field| texts.field(*field));
    let blocks = vec![
        Block::Paragraph(say(&texts.greeting)),
        Block::Paragraph(say(&words.asked)),
        Block::Paragraph(say(texts.locked(mail.environment))),
        Block::Paragraph(say(&words.fields)),
        Block::List(fields.map(say).collect()),
        Block::Link { label: say(&words.button), url: mail.link.clone() },
        Block::Paragraph(say(&words.ask)),
        Block::Note(say(&words.seldom)),
        Block::Note(say(&texts.automatic)),
    ];
    (say(&words.subject), blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_read_as_a_template() {
        let sentence = Sentence::new(
            "To {name} of {account}",
            &[("name", "{account}"), ("account", "{name}")],
        );
        let text = |text: &str| Piece::Text(text.to_owned());
        let value = |text: &str| Piece::Value(text.to_owned());
        assert_eq!(sentence.0, [text("To "), value("{account}"), text(" of "), value("{name}")]);
    }
}
