//! Finds active users by words of a name or an e-mail address, for pickers.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    paths::UsersQuery,
    users::{User, UserState},
};

use crate::{
    api::ApiError,
    browser::sleep,
    i18n::{I18n, role_text},
    reactive::effect,
    session::use_session,
    turns::Turns,
    ui::ComboboxOption,
};

/// The maximum number of users that one search returns. More letters narrow the search.
const PAGE_SIZE: u32 = 50;
/// The debounce time in milliseconds: a search starts after this pause in typing.
const PAUSE: u32 = 200;

/// The result of a search; `None` while the request is under way.
pub type FoundUsers = RwSignal<Option<Result<Vec<User>, ApiError>>>;

/// Searches for active users that match the typed text. The answer to an older search is dropped.
pub fn search_users(query: RwSignal<String>) -> FoundUsers {
    let session = use_session();
    let found = RwSignal::new(None);
    let searches = Turns::default();
    effect(move || {
        let account = session.account_id();
        let query = query.get();
        if account.is_empty() {
            return;
        }
        let turn = searches.begin();
        found.set(None);
        let api = session.api.get_value();
        spawn_local(async move {
            sleep(PAUSE).await;
            // The picker was unmounted, or the user has typed on.
            if !turn.is_current() {
                return;
            }
            let state = Some(UserState::Active);
            let query = UsersQuery { query, state, page_size: PAGE_SIZE, ..UsersQuery::default() };
            let users = api.users(&account, &query).await.map(|page| page.users);
            if turn.is_current() {
                found.set(Some(users));
            }
        });
    });
    found
}

/// Returns the users as options, without the excluded ones. Fewer users are excluded than fit on a
/// page, so some options of a full page always remain.
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
