//! Serialises the content of a draft.

use serde::{Deserialize, Serialize};

use super::{address_boxes::AddressTexts, contact_form::ContactForm, typed::Snapshot};
use crate::{
    api::{from_json, to_json},
    support_hours::ScheduleForm,
};

/// The version of the draft's format. It changes when older drafts can no longer be read. Adding or
/// removing a field does not change it.
pub const FORM_VERSION: u32 = 1;

/// The typed text, and the version from which the user started.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftContent {
    /// The controls' values.
    pub form: ContactForm,
    /// The half-typed texts of the address lists.
    pub boxes: Vec<String>,
    /// The form as it was loaded: the common base of both sides in a conflict.
    pub base: ContactForm,
}

impl DraftContent {
    /// Returns the content as the backend stores it.
    pub fn to_json(&self) -> String {
        to_json(self)
    }

    /// Parses a stored draft. Returns `None` if this version of the form cannot read it.
    pub fn parse(form_version: u32, text: &str) -> Option<Self> {
        if form_version == FORM_VERSION { from_json(text) } else { None }
    }

    /// Returns the values of the form.
    pub fn snapshot(&self) -> Snapshot {
        let mut texts = AddressTexts::default();
        for (text, kept) in texts.iter_mut().zip(&self.boxes) {
            text.clone_from(kept);
        }
        let mut form = self.form.clone();
        form.operational_support.iter_mut().for_each(ScheduleForm::drop_hidden_time_zone);
        Snapshot { form, texts }
    }
}
