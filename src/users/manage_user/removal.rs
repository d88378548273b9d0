//! Taking somebody's access back: who takes over, and where it stands. No view.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{ProblemCode, users::User};

use crate::{api::ApiError, users::administration::Administration};

/// One removal.
#[derive(Clone, Copy)]
pub struct Removal {
    /// Who is to go.
    pub user: StoredValue<User>,
    /// Who becomes an alert contact instead.
    pub replacement: RwSignal<Option<User>>,
    /// Whether nobody else is an alert contact.
    pub is_last: RwSignal<bool>,
    /// Whether it was tried without the replacement that it needs.
    pub is_missing: Signal<bool>,
    /// Whether the backend is at it.
    pub is_removing: RwSignal<bool>,
    /// Why it was refused.
    pub failure: RwSignal<Option<ApiError>>,
    is_attempted: RwSignal<bool>,
    administration: Administration,
}

impl Removal {
    /// Nothing done yet; asks the backend whether the person is the only alert contact.
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

    /// Removes the person, or finds that somebody has to take over first and calls `on_missing`.
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
            // Gone already is gone.
            Err(error) if !error.is(ProblemCode::NotFound) => {
                let is_last = error.is(ProblemCode::UserIsLastAlertContact);
                // The dialog may have gone meanwhile.
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
        // Without an answer the backend says it when it refuses.
        if let Ok(document) = api.contact_information(&account).await {
            let alert_contacts = document.contact_information.alert_contacts.len();
            let _ = self.is_last.try_set(alert_contacts == 1);
        }
    }
}
