//! The sentences of one locale for a view that is rendered without a browser.

use super::{Locale, Text};

/// A sentence for each [`Text`], in its order.
#[derive(Clone)]
pub struct Messages(Vec<String>);

impl Messages {
    /// `sentences` has one for each [`Text`], in its order.
    pub fn new(sentences: Vec<String>) -> Self {
        Self(sentences)
    }

    pub(super) fn get(&self, text: Text) -> String {
        self.0[text.index() as usize].clone()
    }

    pub(super) fn get_plural(&self, text: Text, _category: &str) -> String {
        self.get(text)
    }
}

/// Loads nothing: the locale of a rendered view never changes.
#[derive(Clone)]
pub struct MessagesLoader;

impl MessagesLoader {
    #[expect(clippy::unused_async, reason = "the browser's loader waits")]
    pub(super) async fn load(&self, _locale: Locale) -> Option<Messages> {
        None
    }
}
