//! The state of the removal of a user, without views.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{ProblemCode, users::User};

use crate::{api::ApiError, users::administration::Administration};

/// The removal of one user.
#[derive(Clone, Copy)]
pub struct Removal {
    /// The user to remove.
    pub user: StoredValue<User>,
    /// The user who becomes an alert contact instead.
    pub replacement: RwSignal<Option<User>>,
    /// True if the user is the only alert contact.
    pub is_last: RwSignal<bool>,
    /// True after an attempt without the required replacement.
    pub is_missing: Signal<bool>,
    /// True while the request is under way.
    pub is_removing: RwSignal<bool>,
    /// The error of the last attempt, if it failed.
    pub failure: RwSignal<Option<ApiError>>,
    is_attempted: RwSignal<bool>,
    administration: Administration,
}

impl Removal {
    /// Creates the state, and asks the backend whether the user is the only alert contact.
    pub fn new(administration: Administration, user: User) -> Self {
        let (replacement, is_last) = (RwSignal::new(None::<User>), RwSignal::new(false));
        let is_attempted = RwSignal::new(false);
        let is_missing = Signal::derive(move || {
            is_attempted.get() && is_last.get() && replacement.with(Option::is_none)
        });
        let is_alert_contact = user.is_alert_contact;
        let removal = Self {
            user: StoredValue::new(user),
            replacement,
            is_last,
            is_missing,
            is_removing: RwSignal::new(false),
            failure: RwSignal::new(None),
            is_attempted,
            administration,
        };
        if is_alert_contact {
            spawn_local(removal.look_for_others());
        }
        removal
    }

    /// Removes the user, or calls `on_missing` if a replacement is required first.
    pub fn remove(self, on_missing: Callback<()>, on_removed: Callback<()>) {
        if self.is_removing.get_untracked() {
            return;
        }
        self.is_attempted.set(true);
        if self.is_missing.get_untracked() {
            on_missing.run(());
            return;
        }
        self.is_removing.set(true);
        self.failure.set(None);
        spawn_local(self.send(on_missing, on_removed));
    }

    async fn send(self, on_missing: Callback<()>, on_removed: Callback<()>) {
        let account = self.administration.account_id();
        let id = self.user.with_value(|user| user.id.clone());
        let replacement =
            self.replacement.with_untracked(|it| it.as_ref().map(|user| user.id.clone()));
        let api = self.administration.session().api.get_value();
        match api.remove_user(&account, &id, replacement.as_deref()).await {
            // A user who no longer exists counts as removed.
            Err(error) if !error.is(ProblemCode::NotFound) => {
                let is_last = error.is(ProblemCode::UserIsLastAlertContact);
                // The dialog may no longer exist.
                let _ = self.is_removing.try_set(false);
                let _ = self.is_last.try_update(|it| *it |= is_last);
                let _ = self.failure.try_set(Some(error));
                if is_last {
                    let _ = on_missing.try_run(());
                }
            }
            _ => {
                let _ = on_removed.try_run(());
            }
        }
    }

    async fn look_for_others(self) {
        let account = self.administration.account_id();
        let api = self.administration.session().api.get_value();
        // If this request fails, the backend still reports a missing replacement when it refuses.
        if let Ok(document) = api.contact_information(&account).await {
            let alert_contacts = document.contact_information.alert_contacts.len();
            let _ = self.is_last.try_set(alert_contacts == 1);
        }
    }
}
