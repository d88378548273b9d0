//! Reads the users of an account page by page.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    paths::UsersQuery,
    users::{Role, User, UsersSort},
};

use crate::{api::ApiError, browser::sleep, session::SessionContext, turns::Turns};

const PAGE_SIZE: u32 = 100;
/// The debounce time in milliseconds: a search starts after this pause in typing.
const PAUSE: u32 = 200;

/// The users that match a search, read page by page.
#[derive(Clone, Copy)]
pub struct UserPages {
    /// The search text: words of a name or an e-mail address.
    pub query: RwSignal<String>,
    /// The role to which the search is limited.
    pub role: RwSignal<Option<Role>>,
    /// The sort order.
    pub sort: RwSignal<UsersSort>,
    /// The users read so far.
    pub users: RwSignal<Vec<User>>,
    /// The number of all matching users; `None` until the first page is read.
    pub total: RwSignal<Option<u64>>,
    /// The error of the last read, if it failed.
    pub failure: RwSignal<Option<ApiError>>,
    next_page: RwSignal<Option<String>>,
    is_reading: RwSignal<bool>,
    reads: Turns,
    session: StoredValue<SessionContext>,
}

impl UserPages {
    /// Reads the first page now and after each change of the search.
    pub fn new(session: SessionContext) -> Self {
        let pages = Self {
            query: RwSignal::default(),
            role: RwSignal::default(),
            sort: RwSignal::default(),
            users: RwSignal::default(),
            total: RwSignal::default(),
            failure: RwSignal::default(),
            next_page: RwSignal::default(),
            is_reading: RwSignal::default(),
            reads: Turns::default(),
            session: StoredValue::new(session),
        };
        Effect::new(move |previous: Option<()>| {
            pages.query.track();
            pages.role.track();
            pages.sort.track();
            session.account.track();
            let pause = if previous.is_some() { PAUSE } else { 0 };
            pages.read_from_start(pause);
        });
        pages
    }

    /// Reads the first page again, after a failure or after a user was added or removed.
    pub fn reread(self) {
        self.read_from_start(0);
    }

    /// Replaces a user in the list with the version that the backend returned.
    pub fn replace(self, changed: User) {
        self.users.update(|users| {
            if let Some(user) = users.iter_mut().find(|user| user.id == changed.id) {
                *user = changed;
            }
        });
    }

    /// Reads the next page, unless there is none or a read is under way.
    pub fn read_on(self) {
        let token = self.next_page.get_untracked();
        if !self.is_reading.get_untracked() && token.is_some() {
            self.read(token.unwrap_or_default(), 0);
        }
    }

    fn read_from_start(self, pause: u32) {
        self.failure.set(None);
        self.read(String::new(), pause);
    }

    fn read(self, page_token: String, pause: u32) {
        let turn = self.reads.begin();
        self.is_reading.set(true);
        spawn_local(async move {
            if pause > 0 {
                sleep(pause).await;
            }
            // The panel was unmounted, or a later read has started.
            if !turn.is_current() {
                return;
            }
            let account = untrack(|| self.session.get_value().account_id());
            let is_first = page_token.is_empty();
            let query = UsersQuery {
                query: self.query.get_untracked(),
                role: self.role.get_untracked(),
                state: None,
                sort: self.sort.get_untracked(),
                page_size: PAGE_SIZE,
                page_token,
            };
            let api = self.session.get_value().api.get_value();
            let answer = api.users(&account, &query).await;
            if !turn.is_current() {
                return;
            }
            self.is_reading.set(false);
            match answer {
                Ok(page) => {
                    self.failure.set(None);
                    self.next_page.set(page.next_page_token);
                    self.total.set(Some(page.total_size));
                    self.users.update(|users| {
                        if is_first {
                            users.clear();
                        }
                        users.extend(page.users);
                    });
                }
                Err(error) => self.failure.set(Some(error)),
            }
        });
    }
}
