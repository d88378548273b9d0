//! Which words stand for roles and states.

use partner_portal_contract::users::{Role, UserState};

use super::Text;

/// A role's name.
pub const fn role_text(role: Role) -> Text {
    match role {
        Role::Administrator => Text::RoleAdministrator,
        Role::Editor => Text::RoleEditor,
        Role::Reader => Text::RoleReader,
        Role::Tester => Text::RoleTester,
        Role::Unknown => Text::RoleUnknown,
    }
}

/// A state's name.
pub const fn user_state_text(state: UserState) -> Text {
    match state {
        UserState::Active => Text::UserActive,
        UserState::Invited => Text::UserInvited,
        UserState::Unknown => Text::UserStateUnknown,
    }
}
