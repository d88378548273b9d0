//! What a draft holds, as the form writes it and reads it again.

use serde::{Deserialize, Serialize};

use crate::{
    api::{from_json, to_json},
    contact::{address_boxes::AddressTexts, form::ContactForm, typed::Snapshot},
};

/// Changes when a draft of before can no longer be read. A field more or less is no such change.
pub const FORM_VERSION: u32 = 1;

/// Everything that somebody typed, and what they started from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftContent {
    /// The controls' values.
    pub form: ContactForm,
    /// What was being typed into the lists of addresses.
    pub boxes: Vec<String>,
    /// The form as it was loaded: what both sides of a conflict have in common.
    pub base: ContactForm,
}

impl DraftContent {
    /// As it is kept.
    pub fn write(&self) -> String {
        to_json(self)
    }

    /// What another visit wrote; `None` when this form cannot read it.
    pub fn read(form_version: u32, text: &str) -> Option<Self> {
        if form_version == FORM_VERSION { from_json(text) } else { None }
    }

    /// What was in the form.
    pub fn snapshot(&self) -> Snapshot {
        let mut texts = AddressTexts::default();
        for (text, kept) in texts.iter_mut().zip(&self.boxes) {
            text.clone_from(kept);
        }
        Snapshot { form: self.form.clone(), texts }
    }
}
