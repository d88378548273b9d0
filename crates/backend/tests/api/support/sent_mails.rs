//! Reads mails like a mail program.

use std::path::Path;

use mail_parser::{HeaderValue, Message, MessageParser};

/// A mail, read by an independent MIME parser.
#[derive(Debug)]
pub(crate) struct SentMail {
    pub(crate) raw: String,
    message: Message<'static>,
}

/// Returns all complete mails in a folder, sorted by recipient.
pub(crate) fn mails_in(folder: &Path) -> Vec<SentMail> {
    let mut mails: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
        .map(|path| SentMail::read(std::fs::read(path).unwrap()))
        .collect();
    mails.sort_by_key(SentMail::to);
    mails
}

impl SentMail {
    pub(crate) fn read(raw: Vec<u8>) -> Self {
        let message = MessageParser::default().parse(&raw).unwrap().into_owned();
        Self { raw: String::from_utf8(raw).unwrap(), message }
    }

    /// Returns the only recipient as `Name <address>`.
    pub(crate) fn to(&self) -> String {
        address(self.message.to().unwrap())
    }

    pub(crate) fn from(&self) -> String {
        address(self.message.from().unwrap())
    }

    pub(crate) fn subject(&self) -> &str {
        self.message.subject().unwrap()
    }

    pub(crate) fn date(&self) -> String {
        self.message.date().unwrap().to_rfc3339()
    }

    pub(crate) fn message_id(&self) -> &str {
        self.message.message_id().unwrap()
    }

    pub(crate) fn content_type(&self) -> String {
        let content_type = self.message.root_part().headers.iter();
        let mut content_type = content_type.filter(|header| header.name() == "Content-Type");
        let HeaderValue::ContentType(kind) = content_type.next().unwrap().value() else {
            panic!("no content type");
        };
        format!("{}/{}", kind.c_type, kind.c_subtype.as_deref().unwrap_or_default())
    }

    pub(crate) fn header<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.message.header_raw(name).map(str::trim)
    }

    /// Returns the names of all headers as written.
    pub(crate) fn header_names(&self) -> Vec<String> {
        let headers = self.message.root_part().headers.iter();
        headers.map(|header| header.name().to_owned()).collect()
    }

    pub(crate) fn plain(&self) -> String {
        assert_eq!(self.message.text_body_count(), 1);
        self.message.body_text(0).unwrap().into_owned()
    }

    pub(crate) fn html(&self) -> String {
        assert_eq!(self.message.html_body_count(), 1);
        self.message.body_html(0).unwrap().into_owned()
    }
}

fn address(of: &mail_parser::Address<'_>) -> String {
    let all: Vec<_> = of.iter().collect();
    assert_eq!(all.len(), 1);
    format!("{} <{}>", all[0].name().unwrap_or_default(), all[0].address().unwrap())
}
