//! What an administrator is doing with the account's users.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::{
    session::Capability,
    users::{Role, User},
};

use super::{add_user::NewUserForm, user_pages::UserPages};
use crate::session::SessionContext;

/// The roles that every integration type has; shown until the account's own are known.
const COMMON_ROLES: [Role; 3] = [Role::Administrator, Role::Editor, Role::Reader];

/// A dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Somebody is to get access.
    Add,
    /// One person's role, invitation and access.
    Manage(Box<User>),
}

/// Everything that the dialogs share. What is typed outlives the dialog that it was typed into.
#[derive(Clone, Copy)]
pub struct Administration {
    /// What is being done.
    pub task: RwSignal<Option<Task>>,
    /// The roles that the account's integration type has.
    pub roles: RwSignal<Vec<Role>>,
    /// Whether the person may do any of it; the backend decides.
    pub is_allowed: Memo<bool>,
    /// The person who is to get access.
    pub new_user: NewUserForm,
    session: StoredValue<SessionContext>,
    pages: StoredValue<UserPages>,
}

impl Administration {
    /// Nothing is being done yet.
    pub fn new(session: SessionContext, pages: UserPages) -> Self {
        let is_allowed = Memo::new(move |_| {
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
        // Whether or not the dialog is still open.
        let is_added = Memo::new(move |_| administration.new_user.is_added());
        Effect::new(move |_| {
            if is_added.get() {
                pages.reread();
            }
        });
        Effect::new(move |_| {
            if is_allowed.get() {
                administration.read_roles();
            } else {
                administration.task.set(None);
            }
        });
        administration
    }

    /// Who works where.
    pub fn session(self) -> SessionContext {
        self.session.get_value()
    }

    /// The list that shows the changes.
    pub fn pages(self) -> UserPages {
        self.pages.get_value()
    }

    /// Shows what became of a person in the list, unless that has gone meanwhile.
    pub fn show(self, user: User) {
        if let Some(pages) = self.pages.try_get_value() {
            pages.replace(user);
        }
    }

    /// The account's id.
    pub fn account_id(self) -> String {
        untrack(|| self.session().account_id())
    }

    /// The account's name.
    pub fn account_name(self) -> String {
        self.session().account.get().map(|account| account.name).unwrap_or_default()
    }

    /// Whether this is the person who is signed in.
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
                // The panel may have gone meanwhile.
                let _ = self.roles.try_set(account.integration_type.roles);
            }
        });
    }
}
