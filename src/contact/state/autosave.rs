//! The state of the draft that is saved to the server while the user types.

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

/// The request that was last sent because the page, the portal or the account was about to be left.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LeavingRequest {
    /// None since the draft was last saved.
    #[default]
    None,
    /// This draft, or its deletion if `None`.
    Sent(Option<String>),
}

/// The state of the draft, and of the requests that save it.
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
    pub is_server_draft_known: RwSignal<bool>,
    /// The draft on the server.
    pub server_draft: StoredValue<Option<String>>,
    /// The draft that may have reached the server since.
    pub leaving_request: StoredValue<LeavingRequest>,
    /// Each edit ends the pause that the previous one began.
    pub edits: Turns,
    /// The searches for a draft. Only the latest search's answer is used.
    pub searches: Turns,
    /// `true` if the search stopped because the session ended, and must start again.
    pub is_search_interrupted: StoredValue<bool>,
    /// `true` while a draft request is pending. Only one is sent at a time, so that the latest
    /// draft wins.
    pub is_sending: StoredValue<bool>,
}

impl Autosave {
    /// Clears the state of the draft, because the text has been saved or the user has changed.
    pub fn clear(self) {
        self.edits.begin();
        self.server_draft.set_value(None);
        self.leaving_request.set_value(LeavingRequest::None);
        self.status.set(DraftStatus::None);
        self.found.set(None);
        self.restored.set(None);
        self.discarded.set(None);
    }

    /// Sets the draft that the server has. From now on it may be replaced.
    pub fn set_server_draft(self, content: Option<String>) {
        self.server_draft.set_value(content);
        self.is_server_draft_known.set(true);
    }
}
