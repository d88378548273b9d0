//! What somebody types is kept on the server until it is submitted or discarded: it survives a
//! reload, a crash and an ended session. Never in the browser's storage: addresses are personal.

mod content;
mod keeping;
mod question;
mod restoring;

use leptos::prelude::*;

pub use self::{content::DraftContent, keeping::keep_drafts, question::DraftNotices};
use super::{form::ContactForm, typed::Snapshot};
use crate::api::ApiError;

/// Where keeping the draft stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum DraftStatus {
    /// There is none.
    #[default]
    None,
    /// On its way.
    Saving,
    /// Kept, at a time in RFC 3339.
    Kept(String),
    /// Not kept; what was typed is only on the screen.
    Failed(ApiError),
}

/// A draft that was found and cannot simply be put into the form.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundDraft {
    /// Somebody typed before it arrived.
    Late {
        /// What it holds.
        content: Box<DraftContent>,
        /// What the editing started from.
        base_revision: u64,
        /// When it was kept.
        saved_at: String,
    },
    /// Another version of the form wrote it.
    Unreadable {
        /// As it was kept.
        text: String,
        /// When it was kept.
        saved_at: String,
    },
}

/// What was discarded, and what it started from.
#[derive(Clone, Debug, PartialEq)]
pub struct Discarded {
    typed: Snapshot,
    base: ContactForm,
    base_revision: u64,
}

/// What was last sent because the page was about to be left.
#[derive(Clone, Debug, Default, PartialEq)]
enum LastWords {
    /// Nothing since the draft was last kept.
    #[default]
    None,
    /// This draft, or that there is none any more.
    Sent(Option<String>),
}

/// The form's part that keeps drafts.
#[derive(Clone, Copy, Default)]
pub struct Autosave {
    /// Where keeping stands.
    pub status: RwSignal<DraftStatus>,
    /// Waits for the user's decision.
    pub found: RwSignal<Option<FoundDraft>>,
    /// When the draft was kept that has just been put into the form.
    pub restored: RwSignal<Option<String>>,
    /// What was discarded last, as long as it can be taken back.
    pub discarded: RwSignal<Option<Discarded>>,
    /// Whether what the server has is known: what is not known must not be replaced.
    is_ready: RwSignal<bool>,
    /// What the server has.
    kept: StoredValue<Option<String>>,
    /// What may have arrived since.
    last_words: StoredValue<LastWords>,
    /// Counts the edits: each ends the wait that the one before began.
    round: StoredValue<u32>,
    /// Counts the searches for a draft: only the last one's answer counts.
    search: StoredValue<u32>,
    /// Whether the search ended with the session, and must begin anew.
    is_interrupted: StoredValue<bool>,
    /// Whether a request is on its way: one after the other, so that the last one wins.
    is_sending: StoredValue<bool>,
}

impl Autosave {
    /// What was typed has been saved, or it is another person's turn.
    pub fn forget(self) {
        self.next_round();
        self.kept.set_value(None);
        self.last_words.set_value(LastWords::None);
        self.status.set(DraftStatus::None);
        self.found.set(None);
        self.restored.set(None);
        self.discarded.set(None);
    }

    fn next_round(self) -> u32 {
        let round = self.round.get_value().wrapping_add(1);
        self.round.set_value(round);
        round
    }

    /// Whether nobody has typed since, and the portal is still mounted.
    fn is_current(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }
}
