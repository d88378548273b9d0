//! The session as components use it.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    Completion, ContactField, Environment, FieldRule, ProblemCode, Requirement, RequirementState,
    session::{Session, SessionAccount},
    users::Role,
};

use super::{Gate, watch};
use crate::{
    api::{Api, ApiError},
    browser::{Abort, TablesLoader},
    navigation::Navigation,
    routes::{Scope, query},
};

/// Who is signed in, where they work, and what the backend says of it.
#[derive(Clone, Copy)]
pub struct SessionContext {
    /// The way to the backend.
    pub api: StoredValue<Api>,
    /// The backend's gate.
    pub gate: Memo<Gate>,
    /// Where in the portal the person is.
    pub navigation: Navigation,
    /// The environment that the URL names, or the host.
    pub environment: Memo<Environment>,
    pub(super) default_environment: Environment,
    /// The account that the person works in, once signed in.
    pub account: Memo<Option<SessionAccount>>,
    pub(super) named_account: Memo<Option<String>>,
    pub(super) session: RwSignal<Option<Result<Session, ApiError>>>,
    pub(super) verdict: watch::Verdict,
    pub(super) attempt: RwSignal<u32>,
    /// Ends what the watch waits for: a change, the pause before the next question, or a hidden page
    /// to be seen.
    pub(super) wait: StoredValue<Option<Abort>>,
    /// Whether the page is in the browser's back/forward cache, or has come out of it and the
    /// backend has not answered yet: whose browser it is now is not known.
    pub(super) is_stored: RwSignal<bool>,
    /// What just happened to the person's rights, in an account's or a role's name.
    pub access_change: RwSignal<Option<AccessChange>>,
    /// The way to the large tables.
    pub tables: StoredValue<TablesLoader>,
}

/// Something that somebody else did to the person's rights while they worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessChange {
    /// The person no longer belongs to the account of that name.
    Lost(String),
    /// The person's role in this account is now another one.
    Role(Role),
}

impl SessionContext {
    /// The account's id; empty until signed in.
    pub fn account_id(self) -> String {
        self.account.with(|account| account.as_ref().map(|it| it.id.clone()).unwrap_or_default())
    }

    /// The session, once signed in.
    pub fn session(self) -> Option<Session> {
        self.session.with(|session| session.as_ref()?.as_ref().ok().cloned())
    }

    /// The latest verdict that was one.
    pub fn completion(self) -> Option<Completion> {
        self.verdict.with(|verdict| verdict.as_ref()?.as_ref().ok().cloned())
    }

    /// What the latest verdict says of a field.
    pub fn requirement(self, field: ContactField) -> Option<Requirement> {
        self.verdict.with(|verdict| {
            let mut requirements = verdict.as_ref()?.as_ref().ok()?.requirements.iter();
            requirements.find(|it| it.field == field).cloned()
        })
    }

    /// Whether the backend asks for the field in another environment only.
    pub fn is_deferred(self, field: ContactField) -> bool {
        self.requirement(field).is_some_and(|it| it.state == RequirementState::Deferred)
    }

    /// Whether the field is no part of the account's integration.
    pub fn is_unavailable(self, field: ContactField) -> bool {
        self.requirement(field).is_some_and(|it| it.rule == FieldRule::Unavailable)
    }

    /// The operator's own name, for `{platform}`.
    pub fn platform_name(self) -> String {
        self.session().map(|session| session.platform.name).unwrap_or_default()
    }

    /// What links carry on.
    pub fn scope(self) -> Scope {
        Scope {
            environment: self.environment.get(),
            default_environment: self.default_environment,
            account: self.named_account.get(),
        }
    }

    /// The link to the present page in another scope.
    pub fn here_in(self, scope: &Scope) -> String {
        self.navigation.path.get() + &query(scope)
    }

    /// Asks everything again, from the session on.
    pub fn retry(self) {
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Asks at once for what may have changed while the page was hidden, offline or asleep.
    pub(super) fn catch_up(self) {
        if self.gate.get_untracked() == Gate::Unreachable {
            self.retry();
        } else {
            self.end_wait();
        }
    }

    /// Returns a handle for what the watch is about to wait for.
    pub(super) fn begin_wait(self) -> Abort {
        let wait = Abort::default();
        // The portal may have been unmounted meanwhile.
        let _ = self.wait.try_set_value(Some(wait.clone()));
        wait
    }

    /// Ends what the watch waits for. It goes on by what the page is now: hidden or seen.
    pub(super) fn end_wait(self) {
        if let Some(Some(wait)) = self.wait.try_get_value() {
            wait.abort();
        }
    }

    /// Begins anew after the page has come out of the back/forward cache.
    pub(super) fn restore(self) {
        self.verdict.set(None);
        self.retry();
    }

    /// Reads the session again, because the backend no longer agrees with what is known of it. Only
    /// an answer counts: without one the person keeps what is on the screen.
    pub async fn reread(self) {
        // The portal may have been unmounted before this began.
        let Some(api) = self.api.try_get_value() else { return };
        let attempt = self.attempt.get_untracked();
        let answer = api.session().await;
        if answer.is_ok() || matches!(&answer, Err(error) if error.is(ProblemCode::SignedOut)) {
            self.hear(attempt, answer);
        }
    }

    /// Takes an answer over about who is signed in, unless it has been asked again meanwhile or the
    /// portal been unmounted. Another person's session is first of all the end of this one's: what
    /// was typed stays until somebody says who they are.
    pub(super) fn hear(self, attempt: u32, answer: Result<Session, ApiError>) {
        if self.attempt.try_get_untracked() != Some(attempt) {
            return;
        }
        let is_anothers = answer
            .as_ref()
            .is_ok_and(|session| self.api.with_value(|api| !api.speak_for(&session.user.id)));
        let answer = Some(if is_anothers { Err(ApiError::signed_out()) } else { answer });
        self.is_stored.set(false);
        // What follows the session would be fetched again, and a refusal of that read it again.
        if self.session.with_untracked(|known| *known != answer) {
            self.session.set(answer);
        }
    }

    /// Somebody says that they have signed in: whoever that is, the portal becomes theirs. Until that
    /// is known it is nobody's, and nothing is sent.
    pub fn sign_in_again(self) {
        self.api.with_value(Api::speak_for_nobody);
        self.session.set(Some(Err(ApiError::signed_out())));
        self.retry();
    }

    /// Reads completion at once, after a save.
    pub async fn refresh_completion(self) {
        // Whoever asks may have awaited something, and the portal been unmounted meanwhile.
        let Some(environment) = self.environment.try_get_untracked() else { return };
        let account = untrack(|| self.account_id());
        let api = self.api.get_value();
        let answer = api.completion(&account, environment).await.ok();
        if let Some(completion) = answer.and_then(|answer| answer.completion) {
            self.take(&account, completion);
        }
    }

    /// Takes a verdict on an account over. It is also the news that the person's role has changed.
    pub(super) fn take(self, account: &str, completion: Completion) {
        // The portal may have been unmounted meanwhile.
        let Some(known) = self.account.try_get_untracked().flatten() else { return };
        // A late answer about where the person no longer is.
        if known.id != account || completion.environment != self.environment.get_untracked() {
            return;
        }
        let role = completion.role;
        self.verdict.set(Some(Ok(completion)));
        if known.role != role {
            self.access_change.set(Some(AccessChange::Role(role)));
            spawn_local(self.reread());
        }
    }

    /// The backend knows no such account of this person any more: on to another one, or out.
    pub(super) async fn lose(self, account: &str) {
        let name = self.account.get_untracked().map(|account| account.name);
        self.reread().await;
        // The portal may have been unmounted meanwhile.
        if self.attempt.is_disposed() {
            return;
        }
        if untrack(|| self.account_id()) == account {
            self.verdict.set(Some(Err(ApiError::Unreachable)));
        } else {
            self.access_change.set(name.map(AccessChange::Lost));
        }
    }
}

/// The session.
///
/// # Panics
/// Outside the portal.
pub fn use_session() -> SessionContext {
    expect_context()
}
