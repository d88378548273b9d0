//! The state of the form for a new user, without views.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    FieldError, FieldErrorCode,
    language::Language,
    users::{InvitedUser, NewUserInput, Role, UserField},
};

use crate::{
    api::ApiError,
    browser::{Tables, reference_data},
    reactive::memo,
    session::SessionContext,
    turns::Turns,
};

/// The progress of adding the user.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Progress {
    /// The user is filling in the form.
    #[default]
    Typing,
    /// The final check waits for the reference tables. Closing the dialog cancels the attempt.
    Checking,
    /// The request is under way.
    Sending,
    /// The backend did not add the user.
    Failed(ApiError),
    /// The user has been added.
    Added(Box<InvitedUser>),
}

/// The form for one new user: name, address, role and language.
#[derive(Clone, Copy)]
pub struct NewUserForm {
    /// The current input.
    pub input: RwSignal<NewUserInput>,
    /// The progress of adding the user.
    pub progress: RwSignal<Progress>,
    /// The errors to show; none before the first attempt to submit.
    pub errors: Memo<Vec<FieldError<UserField>>>,
    is_attempted: RwSignal<bool>,
    /// A new attempt or a cancellation ends the previous attempt.
    attempts: Turns,
    tables: RwSignal<Option<Tables>, LocalStorage>,
    session: StoredValue<SessionContext>,
}

impl NewUserForm {
    /// Creates an empty form.
    pub fn new(session: SessionContext) -> Self {
        let input = RwSignal::new(NewUserInput::default());
        let is_attempted = RwSignal::new(false);
        let tables = RwSignal::new_local(None::<Tables>);
        let errors = memo(move || {
            if is_attempted.get() {
                tables.with(|it| input.with(|input| check(input, it.as_ref())))
            } else {
                Vec::new()
            }
        });
        Self {
            input,
            progress: RwSignal::default(),
            errors,
            is_attempted,
            attempts: Turns::default(),
            tables,
            session: StoredValue::new(session),
        }
    }

    /// Returns the error to show at a field.
    pub fn error(self, field: UserField) -> Option<FieldErrorCode> {
        self.errors.with(|errors| errors.iter().find(|it| it.field == field).map(|it| it.code))
    }

    /// Returns whether the user has been added.
    pub fn is_added(self) -> bool {
        self.progress.with(|progress| matches!(progress, Progress::Added(_)))
    }

    /// Returns whether an attempt is still under way.
    pub fn is_under_way(self) -> bool {
        self.progress.with(|it| matches!(it, Progress::Checking | Progress::Sending))
    }

    /// Cancels an attempt that has not been sent, because the dialog is closed. A request that is
    /// under way continues.
    pub fn hold_back(self) {
        if self.progress.with_untracked(|it| *it == Progress::Checking) {
            self.attempts.begin();
            self.progress.set(Progress::Typing);
        }
    }

    /// Clears the form for the next user and keeps the language.
    pub fn clear(self) {
        let language = self.input.with_untracked(|input| input.language);
        self.is_attempted.set(false);
        self.input.set(NewUserInput { language, ..NewUserInput::default() });
        self.progress.set(Progress::Typing);
    }

    /// Sets the language of the invitation until the user chooses another.
    pub fn prefer(self, language: Language) {
        self.input.update(|input| input.language = language);
    }

    /// Adds the user, or shows the errors and calls `on_held_back` with the first invalid field.
    pub fn submit(self, on_held_back: Callback<UserField>, on_added: Callback<()>) {
        if untrack(|| self.is_under_way()) {
            return;
        }
        self.is_attempted.set(true);
        // An error that is found without the tables remains one with them, so only a valid form
        // waits for the tables.
        if let Some(field) = self.first_wrong() {
            self.progress.set(Progress::Typing);
            on_held_back.run(field);
            return;
        }
        self.progress.set(Progress::Checking);
        let attempt = self.attempts.begin();
        spawn_local(async move {
            // The final check here uses the tables. If they cannot be loaded, only the backend
            // checks.
            if let Some(tables) = self.session.get_value().tables.get_value().load().await {
                let _ = self.tables.try_set(Some(tables));
            }
            // The panel may no longer exist, or the dialog may have been closed.
            if !attempt.is_current() {
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
        let input = self.input.get_untracked();
        let api = self.session.get_value().api.get_value();
        let answer = api.add_user(&account, &input).await;
        let progress = match answer {
            Ok(invited) => Progress::Added(Box::new(invited)),
            Err(error) => Progress::Failed(error),
        };
        let is_added = matches!(progress, Progress::Added(_));
        // The panel may no longer exist, or the dialog may have been closed.
        if self.progress.try_set(progress).is_none() && is_added {
            let _ = on_added.try_run(());
        }
    }
}

/// Checks the input. The backend supplies the roles that can be chosen, so a chosen role is always
/// valid.
fn check(input: &NewUserInput, tables: Option<&Tables>) -> Vec<FieldError<UserField>> {
    input.parse(&Role::ALL, reference_data(tables)).err().unwrap_or_default()
}
