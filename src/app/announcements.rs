//! Announces changes of the gate: to the user, to screen readers and to the host.

use leptos::prelude::*;

use crate::{
    config::{PortalEvent, use_config},
    contact::{ContactFormState, SaveProgress},
    i18n::{LanguageSwitch, Text, use_i18n},
    reactive::effect,
    session::{Gate, SessionContext},
};

/// Returns the message for the top of the page, and sends the gate's events to the host.
///
/// If another user's save unlocks the portal while this form has unsaved text, the message says so
/// and names the place where the text is kept.
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
            // If the answer to this form's save is pending or was lost, that save most likely
            // opened the gate.
            let is_ours = form.progress.with_untracked(SaveProgress::may_have_arrived);
            let is_kept = form.is_dirty.get_untracked() && !is_ours;
            let text = if is_kept { Text::UnlockedTextKept } else { Text::Unlocked };
            announcement.set(untrack(|| i18n.text(text)));
        } else {
            announcement.set(String::new());
        }
        // Events come last, because the host may unmount the portal in response to one.
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

/// Reports to the host that a language could not be fetched. Without the portal's own chrome, no
/// language menu shows the failure.
pub(super) fn tell_of_languages() {
    let i18n = use_i18n();
    let config = use_config();
    effect(move || {
        if let LanguageSwitch::Failed(_) = i18n.last_switch() {
            config.with_value(|config| config.emit(PortalEvent::LanguageNotLoaded));
        }
    });
}

/// Returns the message for the portal's polite live region: the announcement, one frame later.
/// Screen readers ignore regions behind the modal, so the modal must be gone first.
pub(super) fn once_shown(announcement: RwSignal<String>) -> RwSignal<String> {
    let spoken = RwSignal::new(String::new());
    effect(move || {
        let text = announcement.get();
        request_animation_frame(move || drop(spoken.try_set(text)));
    });
    spoken
}
