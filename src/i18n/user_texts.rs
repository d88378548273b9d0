//! Which words stand for roles and states.

use partner_portal_contract::users::{InvitationState, Role, User, UserState};

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

/// A state's name; an invitation that can no longer be accepted has one of its own.
pub fn user_state_text(user: &User) -> Text {
    match user.state {
        UserState::Active => Text::UserActive,
        UserState::Invited => match user.invitation.as_ref().map(|it| it.state) {
            Some(InvitationState::Expired) => Text::UserInvitationExpired,
            Some(InvitationState::Declined) => Text::UserInvitationDeclined,
            _ => Text::UserInvited,
        },
        UserState::Unknown => Text::UserStateUnknown,
    }
}
