//! What is typed about the person who is to get access, and where adding them stands. No view.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    FieldError, FieldErrorCode,
    language::Language,
    users::{InvitedUser, NewUserDraft, Role, UserField},
};

use crate::{
    api::ApiError,
    browser::{Tables, reference_data},
    session::SessionContext,
};

/// Where adding the person stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Progress {
    /// Something is being typed.
    #[default]
    Typing,
    /// The last word on this side waits for the tables; closing the dialog holds it back.
    Checking,
    /// On its way to the backend.
    Sending,
    /// The backend did not do it.
    Failed(ApiError),
    /// The person has access.
    Added(Box<InvitedUser>),
}

/// One person's name, address, role and language.
#[derive(Clone, Copy)]
pub struct NewUserForm {
    /// What was typed and chosen.
    pub draft: RwSignal<NewUserDraft>,
    /// Where adding the person stands.
    pub progress: RwSignal<Progress>,
    /// What is wrong, as far as it is shown: nothing before the first attempt.
    pub errors: Memo<Vec<FieldError<UserField>>>,
    is_attempted: RwSignal<bool>,
    /// Counts the attempts and what held them back: one before the last does nothing any more.
    attempt: StoredValue<u32>,
    tables: RwSignal<Option<Tables>, LocalStorage>,
    session: StoredValue<SessionContext>,
}

impl NewUserForm {
    /// Nothing typed yet.
    pub fn new(session: SessionContext) -> Self {
        let draft = RwSignal::new(NewUserDraft::default());
        let is_attempted = RwSignal::new(false);
        let tables = RwSignal::new_local(None::<Tables>);
        let errors = Memo::new(move |_| {
            if is_attempted.get() {
                tables.with(|it| draft.with(|draft| check(draft, it.as_ref())))
            } else {
                Vec::new()
            }
        });
        Self {
            draft,
            progress: RwSignal::default(),
            errors,
            is_attempted,
            attempt: StoredValue::default(),
            tables,
            session: StoredValue::new(session),
        }
    }

    /// What is wrong with one field, as far as it is shown.
    pub fn error(self, field: UserField) -> Option<FieldErrorCode> {
        self.errors.with(|errors| errors.iter().find(|it| it.field == field).map(|it| it.code))
    }

    /// Whether the person has access.
    pub fn is_added(self) -> bool {
        self.progress.with(|progress| matches!(progress, Progress::Added(_)))
    }

    /// Whether the answer to an attempt is still to come.
    pub fn is_under_way(self) -> bool {
        self.progress.with(|it| matches!(it, Progress::Checking | Progress::Sending))
    }

    /// The dialog is closed: nothing is sent afterwards. What is on its way arrives.
    pub fn hold_back(self) {
        if self.progress.with_untracked(|it| *it == Progress::Checking) {
            self.attempt.update_value(|it| *it += 1);
            self.progress.set(Progress::Typing);
        }
    }

    /// Ready for the next person, in the same language.
    pub fn clear(self) {
        let language = self.draft.with_untracked(|draft| draft.language);
        self.is_attempted.set(false);
        self.draft.set(NewUserDraft { language, ..NewUserDraft::default() });
        self.progress.set(Progress::Typing);
    }

    /// Invitations are written in `language` until another one is chosen.
    pub fn prefer(self, language: Language) {
        self.draft.update(|draft| draft.language = language);
    }

    /// Adds the person, or shows what holds it back. `on_held_back` gets the first wrong field.
    pub fn submit(self, on_held_back: Callback<UserField>, on_added: Callback<()>) {
        if untrack(|| self.is_under_way()) {
            return;
        }
        self.is_attempted.set(true);
        // What is wrong without the tables stays wrong with them: only what is not waits for them.
        if let Some(field) = self.first_wrong() {
            self.progress.set(Progress::Typing);
            on_held_back.run(field);
            return;
        }
        self.progress.set(Progress::Checking);
        let attempt = self.attempt.get_value() + 1;
        self.attempt.set_value(attempt);
        spawn_local(async move {
            // The last word on this side is one with the tables; without them the backend has it.
            if let Some(tables) = self.session.get_value().tables.get_value().load().await {
                let _ = self.tables.try_set(Some(tables));
            }
            // The panel may have gone meanwhile, or the dialog have been closed.
            if self.attempt.try_get_value() != Some(attempt) {
                return;
            }
            if let Some(field) = self.first_wrong() {
                self.progress.set(Progress::Typing);
                // The dialog may have been closed.
                let _ = on_held_back.try_run(field);
            } else {
                self.send(on_added).await;
            }
        });
    }

    fn first_wrong(self) -> Option<UserField> {
        self.errors.with_untracked(|errors| errors.first().map(|it| it.field))
    }

    async fn send(self, on_added: Callback<()>) {
        self.progress.set(Progress::Sending);
        let account = untrack(|| self.session.get_value().account_id());
        let draft = self.draft.get_untracked();
        let api = self.session.get_value().api.get_value();
        let answer = api.add_user(&account, &draft).await;
        let progress = match answer {
            Ok(invited) => Progress::Added(Box::new(invited)),
            Err(error) => Progress::Failed(error),
        };
        let is_added = matches!(progress, Progress::Added(_));
        // The panel may have gone meanwhile, or the dialog have been closed.
        if self.progress.try_set(progress).is_none() && is_added {
            let _ = on_added.try_run(());
        }
    }
}

/// The roles to choose from are the backend's: one that cannot be chosen cannot be wrong.
fn check(draft: &NewUserDraft, tables: Option<&Tables>) -> Vec<FieldError<UserField>> {
    draft.parse(&Role::ALL, reference_data(tables)).err().unwrap_or_default()
}
