//! The dialog that manages one user's access.

use leptos::prelude::*;
use partner_portal_contract::users::{User, UserState as State};

use super::{
    invitation_section::InvitationSection, remove_user_dialog::RemoveUserDialog,
    role_section::RoleSection,
};
use crate::{
    i18n::{Text, t},
    reactive::memo,
    ui::{Badge, BadgeKind, Button, ButtonKind, Dialog},
    users::{administration::Administration, user_state::UserState},
};

const TITLE_ID: &str = "manage-user-title";

/// Shows a user's role, invitation and removal.
#[component]
pub fn ManageUserDialog(
    administration: Administration,
    user: User,
    /// Called after the user was removed from the account.
    #[prop(into)]
    on_removed: Callback<()>,
) -> impl IntoView {
    let user = RwSignal::new(user);
    let is_asking = RwSignal::new(false);
    let is_invited = memo(move || user.with(|user| user.state == State::Invited));
    let close = move |()| administration.task.set(None);
    let removed = move |()| {
        administration.task.set(None);
        administration.pages().reread();
        on_removed.run(());
    };
    let name = Signal::derive(move || user.with(|user| user.name.clone()));
    let confirmation = move || {
        is_asking.get().then(|| {
            view! {
                <RemoveUserDialog
                    administration
                    user=user.get_untracked()
                    on_close=Callback::new(move |()| is_asking.set(false))
                    on_removed=Callback::new(removed)
                />
            }
        })
    };
    let remove_text = move || {
        let text = if is_invited.get() { Text::RevokeInvitation } else { Text::RemoveUser };
        t(text).get()
    };
    let footer = view! {
        <Button kind=ButtonKind::Danger on_press=Callback::new(move |()| is_asking.set(true))>
            {remove_text}
        </Button>
        <Button on_press=Callback::new(close)>{t(Text::Close)}</Button>
    };
    view! {
        <Dialog
            title_id=TITLE_ID
            title=name
            close_label=t(Text::Close)
            on_close=Callback::new(close)
            footer=footer.into_any()
        >
            <div class="stack">
                <div class="row">
                    <bdi class="muted">{move || user.with(|user| user.email.clone())}</bdi>
                    {move || view! { <UserState user=user.get() /> }}
                    {move || {
                        user.with(|user| user.is_alert_contact)
                            .then(|| view! { <Badge text=t(Text::IsAlertContact) kind=BadgeKind::Info /> })
                    }}
                </div>
                <Show when=move || is_invited.get()>
                    <InvitationSection administration user />
                </Show>
                <RoleSection administration user />
            </div>
        </Dialog>
        {confirmation}
    }
}
