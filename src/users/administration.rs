//! The state that an administrator's dialogs about users share.

use leptos::{prelude::*, task::spawn_local};

use crate::reactive::{effect, memo};
use partner_portal_contract::{
    session::Capability,
    users::{Role, User},
};

use super::{add_user::NewUserForm, user_pages::UserPages};
use crate::session::SessionContext;

/// The roles that every integration type has, shown until the account's own roles are loaded.
const COMMON_ROLES: [Role; 3] = [Role::Administrator, Role::Editor, Role::Reader];

/// The open dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Adding a user.
    Add,
    /// Managing one user's role, invitation and access.
    Manage(Box<User>),
}

/// The state shared by the dialogs. Input outlives the dialog in which it was typed.
#[derive(Clone, Copy)]
pub struct Administration {
    /// The open dialog, if any.
    pub task: RwSignal<Option<Task>>,
    /// The roles of the account's integration type.
    pub roles: RwSignal<Vec<Role>>,
    /// True if the signed-in user may manage users. The backend decides this.
    pub is_allowed: Memo<bool>,
    /// The form for a new user.
    pub new_user: NewUserForm,
    session: StoredValue<SessionContext>,
    pages: StoredValue<UserPages>,
}

impl Administration {
    /// Creates the state with no dialog open, and reads the account's roles if the user may manage
    /// users.
    pub fn new(session: SessionContext, pages: UserPages) -> Self {
        let is_allowed = memo(move || {
            session.account.with(|account| {
                let capabilities = account.as_ref().map(|account| &account.capabilities);
                capabilities.is_some_and(|it| it.contains(&Capability::ManageUsers))
            })
        });
        let administration = Self {
            task: RwSignal::new(None),
            roles: RwSignal::new(COMMON_ROLES.to_vec()),
            is_allowed,
            new_user: NewUserForm::new(session),
            session: StoredValue::new(session),
            pages: StoredValue::new(pages),
        };
        // This runs whether or not the dialog is still open.
        let is_added = memo(move || administration.new_user.is_added());
        effect(move || {
            if is_added.get() {
                pages.reread();
            }
        });
        effect(move || {
            if is_allowed.get() {
                administration.read_roles();
            } else {
                administration.task.set(None);
            }
        });
        administration
    }

    /// Returns the session of the signed-in user.
    pub fn session(self) -> SessionContext {
        self.session.get_value()
    }

    /// Returns the list of users.
    pub fn pages(self) -> UserPages {
        self.pages.get_value()
    }

    /// Updates a user in the list, unless the list no longer exists.
    pub fn show(self, user: User) {
        if let Some(pages) = self.pages.try_get_value() {
            pages.replace(user);
        }
    }

    /// Returns the account's id.
    pub fn account_id(self) -> String {
        untrack(|| self.session().account_id())
    }

    /// Returns the account's name.
    pub fn account_name(self) -> String {
        self.session().account.get().map(|account| account.name).unwrap_or_default()
    }

    /// Returns whether this is the signed-in user.
    pub fn is_self(self, user: &User) -> bool {
        self.session().session().is_some_and(|session| session.user.id == user.id)
    }

    fn read_roles(self) {
        let account = self.account_id();
        let api = self.session().api.get_value();
        spawn_local(async move {
            if let Ok(account) = api.account(&account).await
                && !account.integration_type.roles.is_empty()
            {
                // The panel may no longer exist.
                let _ = self.roles.try_set(account.integration_type.roles);
            }
        });
    }
}
