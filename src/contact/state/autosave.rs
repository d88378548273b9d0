//! The data of the module that saves drafts.

use leptos::prelude::*;

use super::{contact_form::ContactForm, draft_content::DraftContent, typed::Snapshot};
use crate::{api::ApiError, turns::Turns};

/// The state of the draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum DraftStatus {
    /// There is no draft.
    #[default]
    None,
    /// The draft is being saved.
    Saving,
    /// The draft was saved at this time (RFC 3339).
    Kept(String),
    /// The draft could not be saved, so the text exists only on the screen.
    Failed(ApiError),
}

/// A draft that was found but cannot be put into the form without asking.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundDraft {
    /// The user typed before the draft arrived.
    Late {
        /// The content of the draft.
        content: Box<DraftContent>,
        /// The revision from which the draft started.
        base_revision: u64,
        /// The time at which it was saved.
        saved_at: String,
    },
    /// The draft was written by a version of the form that this one cannot read.
    Unreadable {
        /// The text of the draft.
        text: String,
        /// The time at which it was saved.
        saved_at: String,
    },
}

/// The discarded text, and the version from which it started.
#[derive(Clone, Debug, PartialEq)]
pub struct Discarded {
    /// All values in the form.
    pub typed: Snapshot,
    /// The saved values from which the user started.
    pub base: ContactForm,
    /// The revision of these values.
    pub base_revision: u64,
}

/// The request that was last sent because the page was about to be left.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LastWords {
    /// None since the draft was last saved.
    #[default]
    None,
    /// This draft, or its deletion if `None`.
    Sent(Option<String>),
}

/// The part of the form that saves drafts.
#[derive(Clone, Copy, Default)]
pub struct Autosave {
    /// The state of the draft.
    pub status: RwSignal<DraftStatus>,
    /// The draft that needs the user's decision.
    pub found: RwSignal<Option<FoundDraft>>,
    /// The time at which the restored draft was saved, if one was restored.
    pub restored: RwSignal<Option<String>>,
    /// The text that was discarded last, as long as it can be restored.
    pub discarded: RwSignal<Option<Discarded>>,
    /// `true` once the draft on the server is known. An unknown draft must not be replaced.
    pub is_ready: RwSignal<bool>,
    /// The draft on the server.
    pub kept: StoredValue<Option<String>>,
    /// The draft that may have reached the server since.
    pub last_words: StoredValue<LastWords>,
    /// Each edit ends the pause that the previous one began.
    pub edits: Turns,
    /// The searches for a draft. Only the latest search's answer is used.
    pub searches: Turns,
    /// `true` if the search stopped because the session ended, and must start again.
    pub is_interrupted: StoredValue<bool>,
    /// `true` while a draft request is pending. Only one is sent at a time, so that the latest
    /// draft wins.
    pub is_sending: StoredValue<bool>,
}

impl Autosave {
    /// Clears the state of the draft, because the text has been saved or the user has changed.
    pub fn forget(self) {
        self.edits.begin();
        self.kept.set_value(None);
        self.last_words.set_value(LastWords::None);
        self.status.set(DraftStatus::None);
        self.found.set(None);
        self.restored.set(None);
        self.discarded.set(None);
    }
}
