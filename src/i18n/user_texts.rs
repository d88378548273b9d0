//! The texts for roles and user states.

use partner_portal_contract::users::{InvitationState, Role, User, UserState};

use super::Text;

/// Returns a role's name.
pub const fn role_text(role: Role) -> Text {
    match role {
        Role::Administrator => Text::RoleAdministrator,
        Role::Editor => Text::RoleEditor,
        Role::Reader => Text::RoleReader,
        Role::Tester => Text::RoleTester,
        Role::Unknown => Text::RoleUnknown,
    }
}

/// Returns the description of what a role allows.
pub const fn role_can_text(role: Role) -> Text {
    match role {
        Role::Administrator => Text::RoleAdministratorCan,
        Role::Editor => Text::RoleEditorCan,
        Role::Reader | Role::Unknown => Text::RoleReaderCan,
        Role::Tester => Text::RoleTesterCan,
    }
}

/// Returns a state's name. An invitation that can no longer be accepted has a name of its own.
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
