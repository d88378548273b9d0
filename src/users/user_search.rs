//! Finds active users by words of a name or an address, for pickers.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    paths::UsersQuery,
    users::{User, UserState},
};

use crate::{
    api::ApiError,
    browser::sleep,
    i18n::{I18n, role_text},
    session::use_session,
    ui::ComboboxOption,
};

/// How many people one search brings; the next letters narrow it down.
const PAGE_SIZE: u32 = 50;
/// A pause in typing, in milliseconds, after which the backend is asked.
const PAUSE: u32 = 200;

/// What a search has found; `None` while the backend is being asked.
pub type FoundUsers = RwSignal<Option<Result<Vec<User>, ApiError>>>;

/// Finds the active users that fit what is typed. An answer to an older question is dropped.
pub fn search_users(query: RwSignal<String>) -> FoundUsers {
    let session = use_session();
    let found = RwSignal::new(None);
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let account = session.account_id();
        let query = query.get();
        if account.is_empty() {
            return;
        }
        let question = latest.get_value() + 1;
        latest.set_value(question);
        found.set(None);
        let api = session.api.get_value();
        spawn_local(async move {
            sleep(PAUSE).await;
            // Unmounted, or somebody has typed on.
            if latest.try_get_value() != Some(question) {
                return;
            }
            let state = Some(UserState::Active);
            let query = UsersQuery { query, state, page_size: PAGE_SIZE, ..UsersQuery::default() };
            let users = api.users(&account, &query).await.map(|page| page.users);
            if latest.try_get_value() == Some(question) {
                found.set(Some(users));
            }
        });
    });
    found
}

/// Returns the users as options, without the `excluded`. These are fewer than a page has, so that a
/// page is never emptied here.
pub fn user_options(
    i18n: I18n,
    users: &[User],
    is_excluded: impl Fn(&str) -> bool,
) -> Vec<ComboboxOption> {
    users
        .iter()
        .filter(|user| !is_excluded(&user.id))
        .map(|user| ComboboxOption {
            value: user.id.clone(),
            label: user.name.clone(),
            detail: user.email.clone() + " · " + &i18n.text(role_text(user.role)),
            ..ComboboxOption::default()
        })
        .collect()
}
