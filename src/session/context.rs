//! The session's state and actions, for components.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    Completion, ContactField, Environment, FieldRule, ProblemCode, Requirement, RequirementState,
    session::{Session, SessionAccount},
    users::Role,
};

use super::Gate;
use crate::{
    api::{Api, ApiError},
    browser::{Abort, TablesLoader},
    navigation::Navigation,
    routes::{Scope, query},
};

/// The signed-in user, the account and environment on the screen, and the backend's answers about
/// them.
#[derive(Clone, Copy)]
pub struct SessionContext {
    /// The API client.
    pub api: StoredValue<Api>,
    /// The state of the gate.
    pub gate: Memo<Gate>,
    /// The address of the current page.
    pub navigation: Navigation,
    /// The environment that the URL names, else the host's.
    pub environment: Memo<Environment>,
    pub(super) default_environment: Environment,
    /// The account on the screen, once signed in.
    pub account: Memo<Option<SessionAccount>>,
    pub(super) named_account: Memo<Option<String>>,
    pub(super) session: RwSignal<Option<Result<Session, ApiError>>>,
    /// The latest answer about completion. `None` until the first one.
    pub(super) completion_answer: RwSignal<Option<Result<Completion, ApiError>>>,
    pub(super) attempt: RwSignal<u32>,
    /// Ends the watch's current wait: for a change, for the next request, or for a hidden page to
    /// become visible.
    pub(super) wait: StoredValue<Option<Abort>>,
    /// `true` while the page is in the browser's back/forward cache, and after it is restored until
    /// the backend answers. During that time another user may have signed in.
    pub(super) is_stored: RwSignal<bool>,
    /// The latest change of the user's rights.
    pub access_change: RwSignal<Option<AccessChange>>,
    /// Fetches the large tables.
    pub tables: StoredValue<TablesLoader>,
}

/// A change of the user's rights by another user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessChange {
    /// The user has lost access to the account of this name.
    Lost(String),
    /// The user now has this role in the account.
    Role(Role),
}

impl SessionContext {
    /// Returns the account's id. Empty until signed in.
    pub fn account_id(self) -> String {
        self.account.with(|account| account.as_ref().map(|it| it.id.clone()).unwrap_or_default())
    }

    /// Returns the session, once signed in.
    pub fn session(self) -> Option<Session> {
        self.session.with(|session| session.as_ref()?.as_ref().ok().cloned())
    }

    /// Returns the current completion, unless the latest answer was an error.
    pub fn completion(self) -> Option<Completion> {
        self.completion_answer.with(|answer| answer.as_ref()?.as_ref().ok().cloned())
    }

    /// Returns a field's requirement, if completion is known.
    pub fn requirement(self, field: ContactField) -> Option<Requirement> {
        self.completion_answer.with(|answer| {
            let mut requirements = answer.as_ref()?.as_ref().ok()?.requirements.iter();
            requirements.find(|it| it.field == field).cloned()
        })
    }

    /// Returns `true` if the field is required only in another environment.
    pub fn is_deferred(self, field: ContactField) -> bool {
        self.requirement(field).is_some_and(|it| it.state == RequirementState::Deferred)
    }

    /// Returns `true` if the account's integration does not use the field.
    pub fn is_unavailable(self, field: ContactField) -> bool {
        self.requirement(field).is_some_and(|it| it.rule == FieldRule::Unavailable)
    }

    /// Returns the operator's name, which replaces `{platform}` in sentences.
    pub fn platform_name(self) -> String {
        self.session().map(|session| session.platform.name).unwrap_or_default()
    }

    /// Returns the parameters that links carry.
    pub fn scope(self) -> Scope {
        Scope {
            environment: self.environment.get(),
            default_environment: self.default_environment,
            account: self.named_account.get(),
        }
    }

    /// Returns the link to the current page in another scope.
    pub fn here_in(self, scope: &Scope) -> String {
        self.navigation.path.get() + &query(scope)
    }

    /// Reads everything again, beginning with the session.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Reads at once what may have changed while the page was hidden, offline or asleep.
    pub(super) fn catch_up(self) {
        if self.gate.get_untracked() == Gate::Unreachable {
            self.retry();
        } else {
            self.end_wait();
        }
    }

    /// Begins a wait of the watch. Returns the handle that ends it.
    pub(super) fn begin_wait(self) -> Abort {
        let wait = Abort::default();
        self.wait.set_value(Some(wait.clone()));
        wait
    }

    /// Ends the watch's current wait. The watch then continues according to the page's visibility.
    pub(super) fn end_wait(self) {
        if let Some(Some(wait)) = self.wait.try_get_value() {
            wait.abort();
        }
    }

    /// Starts over after the page has been restored from the back/forward cache.
    pub(super) fn restore(self) {
        self.completion_answer.set(None);
        self.retry();
    }

    /// Reads the session again, because the backend disagrees with the known one. If the request
    /// fails, the known session stays, and with it everything on the screen.
    pub async fn reread(self) {
        // A request that outlives the portal may be refused.
        let Some(api) = self.api.try_get_value() else { return };
        let attempt = self.attempt.get_untracked();
        let answer = api.session().await;
        if answer.is_ok() || matches!(&answer, Err(error) if error.is(ProblemCode::SignedOut)) {
            self.accept_session(attempt, answer);
        }
    }

    /// Accepts an answer about the session, unless a newer request has been sent. If the session
    /// belongs to another user, it is treated as ended. The typed text is then kept until the user
    /// has signed in again.
    pub(super) fn accept_session(self, attempt: u32, answer: Result<Session, ApiError>) {
        if self.attempt.get_untracked() != attempt {
            return;
        }
        let is_anothers = answer
            .as_ref()
            .is_ok_and(|session| self.api.with_value(|api| !api.set_user(&session.user.id)));
        let answer = Some(if is_anothers { Err(ApiError::signed_out()) } else { answer });
        self.is_stored.set(false);
        // Setting an equal session would repeat the reads that depend on it. If one of those is
        // refused, the session would be read again, in a loop.
        if self.session.with_untracked(|known| *known != answer) {
            self.session.set(answer);
        }
    }

    /// Signs in again, with the session that the browser has now. It may belong to another user.
    /// Until its user is known, the session counts as ended and nothing else is sent.
    pub fn sign_in_again(self) {
        self.api.with_value(Api::clear_user);
        self.session.set(Some(Err(ApiError::signed_out())));
        self.retry();
    }

    /// Reads completion at once, for example after a save.
    pub async fn refresh_completion(self) {
        let environment = self.environment.get_untracked();
        let account = untrack(|| self.account_id());
        let api = self.api.get_value();
        let answer = api.completion(&account, environment).await.ok();
        if let Some(completion) = answer.and_then(|answer| answer.completion) {
            self.apply_completion(&account, completion);
        }
    }

    /// Accepts an answer about an account's completion. The answer also shows if the user's role
    /// has changed.
    pub(super) fn apply_completion(self, account: &str, completion: Completion) {
        let Some(known) = self.account.get_untracked() else { return };
        // A late answer about another account or environment is ignored.
        if known.id != account || completion.environment != self.environment.get_untracked() {
            return;
        }
        let role = completion.role;
        self.completion_answer.set(Some(Ok(completion)));
        if known.role != role {
            self.access_change.set(Some(AccessChange::Role(role)));
            spawn_local(self.reread());
        }
    }

    /// Handles the loss of access to an account: reads the session again. If it still selects this
    /// account, the gate becomes `Unreachable`. Otherwise the user is told about the loss.
    pub(super) async fn handle_lost_access(self, account: &str) {
        let name = self.account.get_untracked().map(|account| account.name);
        self.reread().await;
        if untrack(|| self.account_id()) == account {
            self.completion_answer.set(Some(Err(ApiError::Unreachable)));
        } else {
            self.access_change.set(name.map(AccessChange::Lost));
        }
    }
}

/// Returns the session.
///
/// # Panics
/// If called outside the portal.
pub fn use_session() -> SessionContext {
    expect_context()
}
