//! What happens at the gate is said aloud, told to the host, and moves the focus.

use leptos::prelude::*;

use crate::{
    config::{PortalEvent, use_config},
    contact::{ContactFormState, SaveProgress},
    i18n::{LanguageSwitch, Text, use_i18n},
    session::{Gate, SessionContext},
};

/// What is said at the top of the page.
///
/// Unlocking by somebody else's save while text is still unsaved says so, and where it is kept.
pub(super) fn announce_unlocking(
    session: SessionContext,
    form: ContactFormState,
) -> RwSignal<String> {
    let i18n = use_i18n();
    let config = use_config().get_value();
    let announcement = RwSignal::new(String::new());
    Effect::new(move |before: Option<Gate>| {
        let gate = session.gate.get();
        if before == Some(gate) {
            return gate;
        }
        let revision = session.completion().map(|completion| completion.revision);
        let is_first = before.is_none_or(|before| before == Gate::Checking);
        let is_unlocked = before == Some(Gate::Locked) && gate == Gate::Open;
        let initial = is_first && !untrack(|| form.is_loaded());
        if is_unlocked {
            // A save whose answer is still awaited, or was lost, is most likely what opened the gate.
            let is_ours = form.progress.with_untracked(SaveProgress::may_have_arrived);
            let is_kept = form.is_dirty.get_untracked() && !is_ours;
            let text = if is_kept { Text::UnlockedTextKept } else { Text::Unlocked };
            announcement.set(untrack(|| i18n.text(text)));
        } else {
            announcement.set(String::new());
        }
        // Last, because the host may unmount the portal as soon as it hears of one of them.
        if is_first && gate != Gate::Checking {
            config.emit(PortalEvent::Ready);
        }
        config.emit(PortalEvent::Status { status: gate.as_str(), revision });
        if gate == Gate::SignedOut {
            config.emit(PortalEvent::SessionExpired { initial });
        }
        if is_unlocked {
            config.emit(PortalEvent::Unlocked);
        }
        gate
    });
    announcement
}

/// Tells the host of a language that could not be fetched: without our own chrome nobody else says it.
pub(super) fn tell_of_languages() {
    let i18n = use_i18n();
    let config = use_config();
    Effect::new(move || {
        if let LanguageSwitch::Failed(_) = i18n.last_switch() {
            config.with_value(|config| config.emit(PortalEvent::LanguageNotLoaded));
        }
    });
}

/// What the polite live region of the whole portal says: the announcement, once the modal is gone,
/// behind which it would not be heard.
pub(super) fn once_shown(announcement: RwSignal<String>) -> RwSignal<String> {
    let spoken = RwSignal::new(String::new());
    Effect::new(move |_| {
        let text = announcement.get();
        request_animation_frame(move || drop(spoken.try_set(text)));
    });
    spoken
}
