//! Which words stand for roles and states.

use partner_portal_contract::users::{Invitation, InvitationState, Role, User, UserState};

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

/// What a role allows.
pub const fn role_can_text(role: Role) -> Text {
    match role {
        Role::Administrator => Text::RoleAdministratorCan,
        Role::Editor => Text::RoleEditorCan,
        Role::Reader | Role::Unknown => Text::RoleReaderCan,
        Role::Tester => Text::RoleTesterCan,
    }
}

/// A state's name; an invitation that nobody accepted in time is one of its own.
pub fn user_state_text(user: &User) -> Text {
    let is_expired = |it: &Invitation| it.state == InvitationState::Expired;
    match user.state {
        UserState::Active => Text::UserActive,
        UserState::Invited if user.invitation.as_ref().is_some_and(is_expired) => {
            Text::UserInvitationExpired
        }
        UserState::Invited => Text::UserInvited,
        UserState::Unknown => Text::UserStateUnknown,
    }
}
