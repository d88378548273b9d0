//! Provides the session, and reads and watches it as long as the portal is mounted.

use leptos::{logging::warn, prelude::*, task::spawn_local};
#[cfg(feature = "ssr")]
use partner_portal_contract::Completion;
use partner_portal_contract::{
    Environment,
    session::{Session, SessionAccount},
};

#[cfg(feature = "ssr")]
use wasm_bindgen::{JsCast, JsValue};

use super::{
    Gate, SessionContext,
    watch::{self, End},
};
use crate::{
    api::{Api, ApiError},
    browser::{Abort, TablesLoader, on_hidden, on_page_cache, on_return},
    config::{Config, PortalEvent, use_config},
    navigation::Navigation,
    reactive::{effect, memo},
    routes::{ACCOUNT_PARAMETER, ENVIRONMENT_PARAMETER},
};

/// Reads the session, keeps it up to date and provides it to every component.
pub fn provide_session(api: Api, tables: TablesLoader, navigation: Navigation) -> SessionContext {
    let config = use_config().get_value();
    let session = RwSignal::new(None);
    let completion_answer = RwSignal::new(None);
    let attempt = RwSignal::new(0);
    let is_stored = RwSignal::new(false);
    let default_environment = config.environment;
    let environment = memo(move || {
        let named = navigation.parameter(ENVIRONMENT_PARAMETER);
        named.and_then(|name| Environment::parse(&name)).unwrap_or(default_environment)
    });
    let named_account = memo(move || navigation.parameter(ACCOUNT_PARAMETER));
    let account = chosen_account(config.account_id.clone(), named_account, session);
    let gate = memo(move || {
        if is_stored.get() {
            return Gate::Checking;
        }
        session.with(|session| {
            completion_answer.with(|answer| Gate::derive(session.as_ref(), answer.as_ref()))
        })
    });
    let context = SessionContext {
        api: StoredValue::new(api.clone()),
        gate,
        navigation,
        environment,
        default_environment,
        account,
        named_account,
        session,
        completion_answer,
        attempt,
        wait: StoredValue::new(None),
        is_stored,
        access_change: RwSignal::new(None),
        tables: StoredValue::new(tables),
    };
    read_session(context, api.clone());
    api.on_refusal(move || spawn_local(context.reread()));
    on_hidden(move || context.end_wait());
    on_return(move || context.catch_up());
    on_page_cache(move || is_stored.set(true), move || context.restore());
    on_cleanup(move || api.end_reads());
    follow_completion(context);
    tell_of_another_account(config, context);
    provide_context(context);
    context
}

/// Provides a fixed session, for a view that is rendered without a browser.
#[cfg(feature = "ssr")]
pub fn provide_fixed_session(
    session: Session,
    completion: Completion,
    navigation: Navigation,
) -> SessionContext {
    let environment = completion.environment;
    let session = RwSignal::new(Some(Ok(session)));
    let named_account = Memo::new(|_| None);
    let context = SessionContext {
        api: StoredValue::new(Api::absent()),
        gate: Memo::new(|_| Gate::Locked),
        navigation,
        environment: memo(move || environment),
        default_environment: Environment::default(),
        account: chosen_account(None, named_account, session),
        named_account,
        session,
        completion_answer: RwSignal::new(Some(Ok(completion))),
        attempt: RwSignal::new(0),
        wait: StoredValue::new(None),
        is_stored: RwSignal::new(false),
        access_change: RwSignal::new(None),
        tables: StoredValue::new(TablesLoader::new(JsValue::UNDEFINED.unchecked_into())),
    };
    provide_context(context);
    context
}

fn chosen_account(
    preset: Option<String>,
    named: Memo<Option<String>>,
    session: RwSignal<Option<Result<Session, ApiError>>>,
) -> Memo<Option<SessionAccount>> {
    memo(move || {
        let wanted = named.get().or_else(|| preset.clone());
        session.with(|session| session.as_ref()?.as_ref().ok()?.account(wanted.as_deref()).cloned())
    })
}

/// Tells the host if the account that it named is not the one on the screen, because the host may
/// draw the account's name itself. An account named in the address is the user's own choice and is
/// not reported.
fn tell_of_another_account(config: Config, context: SessionContext) {
    let Some(preset) = config.account_id.clone() else { return };
    let is_another = memo(move || {
        context.named_account.with(Option::is_none)
            && context.account.with(|account| account.as_ref().is_some_and(|it| it.id != preset))
    });
    effect(move || {
        if is_another.get() {
            warn!(
                "partner-portal: accountId is none of this person's accounts; the first is shown"
            );
            config.emit(PortalEvent::AccountNotFound);
        }
    });
}

fn read_session(context: SessionContext, api: Api) {
    effect(move || {
        let attempt = context.attempt.get();
        let api = api.clone();
        spawn_local(async move {
            context.accept_session(attempt, api.session().await);
        });
    });
}

fn follow_completion(context: SessionContext) {
    let current = StoredValue::new(None::<Abort>);
    let stop = move || {
        if let Some(Some(abort)) = current.try_update_value(Option::take) {
            abort.abort();
            context.end_wait();
        }
    };
    let account_id = memo(move || context.account_id());
    Effect::new(move |previous: Option<(String, Environment)>| {
        context.attempt.track();
        let target = (account_id.get(), context.environment.get());
        stop();
        // Another account or environment has its own completion, so the known one is cleared. After
        // a retry the known completion stays until the answer arrives.
        let same_place = previous.as_ref() == Some(&target);
        if !same_place || !matches!(context.completion_answer.get_untracked(), Some(Ok(_))) {
            context.completion_answer.set(None);
        }
        if !target.0.is_empty() && !context.is_stored.get() {
            let abort = Abort::default();
            current.set_value(Some(abort.clone()));
            let (account, environment) = target.clone();
            spawn_local(async move {
                if watch::watch(context, &account, environment, &abort).await == End::Gone {
                    context.handle_lost_access(&account).await;
                }
            });
        }
        target
    });
    on_cleanup(stop);
}
