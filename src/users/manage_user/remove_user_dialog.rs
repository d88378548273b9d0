//! The dialog that confirms the removal of a user and asks for a replacement as an alert contact.

use leptos::{html, prelude::*};
use partner_portal_contract::users::{User, UserState};

use super::{removal::Removal, replacement_picker::ReplacementPicker};
use crate::{
    i18n::{Text, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, Dialog, focus_by_id_after_render},
    users::{administration::Administration, refusal_notice::RefusalNotice},
};

const TITLE_ID: &str = "remove-user-title";
const REPLACEMENT_ID: &str = "removal-replacement";

/// The dialog *Remove from account* or *Revoke invitation*.
#[component]
pub fn RemoveUserDialog(
    administration: Administration,
    user: User,
    /// Called when the user closes the dialog.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called after the user was removed.
    #[prop(into)]
    on_removed: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_alert_contact = user.is_alert_contact;
    let is_self = administration.is_self(&user);
    let name = Signal::stored(user.name.clone());
    let (title_text, action, consequence) = match user.state {
        UserState::Invited => {
            (Text::RevokeInvitationTitle, Text::RevokeInvitation, Text::RevokeInvitationBody)
        }
        _ if is_self => (Text::RemoveUserTitle, Text::RemoveUser, Text::RemoveYourselfBody),
        _ => (Text::RemoveUserTitle, Text::RemoveUser, Text::RemoveUserBody),
    };
    let removal = Removal::new(administration, user);
    // The user may have become the last alert contact since the list was read.
    let needs_successor = memo(move || is_alert_contact || removal.is_last.get());
    let body = NodeRef::<html::Div>::new();
    let focus_picker = Callback::new(move |()| {
        if let Some(body) = body.get_untracked() {
            focus_by_id_after_render((*body).clone().into(), REPLACEMENT_ID.to_owned());
        }
    });
    let remove = move |()| removal.remove(focus_picker, on_removed);
    let title = Signal::derive(move || i18n.with(title_text, &[("name", &name.get())]));
    let consequence = move || {
        let account = administration.account_name();
        i18n.with(consequence, &[("name", &name.get()), ("account", &account)])
    };
    let footer = view! {
        <Button on_press=on_close>{t(Text::Cancel)}</Button>
        <Button kind=ButtonKind::Danger submit=true busy=removal.is_removing>{t(action)}</Button>
    };
    view! {
        <Dialog
            title_id=TITLE_ID
            title
            close_label=t(Text::Close)
            on_close
            on_submit=Callback::new(remove)
            footer=footer.into_any()
        >
            <div class="stack" node_ref=body>
                <p>{consequence}</p>
                {move || needs_successor.get().then(|| view! { <Successor removal name /> })}
                <RefusalNotice error=removal.failure name />
            </div>
        </Dialog>
    }
}

/// Asks for the user who becomes an alert contact instead.
#[component]
fn Successor(removal: Removal, name: Signal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let reason = move || {
        let is_last = removal.is_last.get();
        let text = if is_last { Text::RemovesLastAlertContact } else { Text::RemovesAlertContact };
        i18n.with(text, &[("name", &name.get())])
    };
    let error = Signal::derive(move || {
        removal.is_missing.get().then(|| i18n.text(Text::ReplacementMissing))
    });
    let leaving = removal.user.with_value(|user| user.id.clone());
    view! {
        <p>{reason}</p>
        <ReplacementPicker id=REPLACEMENT_ID leaving replacement=removal.replacement error />
    }
}
