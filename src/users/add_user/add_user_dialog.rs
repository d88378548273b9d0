//! The dialog that adds a user and then shows the result.

use leptos::{html, prelude::*};
use partner_portal_contract::users::UserField;

use super::{
    invited_person::InvitedPerson,
    new_user_fields::{NewUserFields, control_id},
    new_user_form::Progress,
};
use crate::{
    i18n::{Text, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, Dialog, focus_by_id_after_render},
    users::{administration::Administration, refusal_notice::RefusalNotice},
};

const TITLE_ID: &str = "add-user-title";

/// The *Add user* dialog. If the user closes it before the new user is added, the form keeps its
/// input for the next time.
#[component]
pub fn AddUserDialog(administration: Administration) -> impl IntoView {
    let i18n = use_i18n();
    let form = administration.new_user;
    let is_added = memo(move || form.is_added());
    if form.input.with_untracked(|input| input.name.is_empty() && input.email.is_empty()) {
        form.prefer(untrack(|| i18n.language()));
    }
    let body = NodeRef::<html::Div>::new();
    let focus = move |id: &'static str| {
        if let Some(body) = body.get_untracked() {
            focus_by_id_after_render((*body).clone().into(), id.to_owned());
        }
    };
    let close = move |()| {
        if is_added.get_untracked() {
            form.clear();
        }
        form.hold_back();
        administration.task.set(None);
    };
    let submit = move |()| {
        if !is_added.get_untracked() {
            let on_held_back = Callback::new(move |field: UserField| focus(control_id(field)));
            form.submit(on_held_back, Callback::new(move |()| focus(TITLE_ID)));
        }
    };
    let add_another = move |()| {
        form.clear();
        focus(control_id(UserField::Name));
    };
    let title = Signal::derive(move || match form.progress.get() {
        Progress::Added(invited) => i18n.with(Text::UserAdded, &[("name", &invited.user.name)]),
        _ => i18n.text(Text::AddUser),
    });
    let lead = move || i18n.with(Text::AddUserLead, &[("account", &administration.account_name())]);
    let failure = Signal::derive(move || match form.progress.get() {
        Progress::Failed(error) => Some(error),
        _ => None,
    });
    let content = move || match form.progress.get() {
        Progress::Added(invited) => view! { <InvitedPerson invited=*invited /> }.into_any(),
        _ => ().into_any(),
    };
    let footer = move || {
        if is_added.get() {
            view! {
                <Button on_press=Callback::new(add_another)>{t(Text::AddAnother)}</Button>
                <Button kind=ButtonKind::Primary on_press=Callback::new(close)>
                    {t(Text::Close)}
                </Button>
            }
            .into_any()
        } else {
            let is_under_way = Signal::derive(move || form.is_under_way());
            view! {
                <Button on_press=Callback::new(close)>{t(Text::Cancel)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=is_under_way>
                    {t(Text::AddAndInvite)}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <Dialog
            title_id=TITLE_ID
            title
            close_label=t(Text::Close)
            on_close=Callback::new(close)
            on_submit=Callback::new(submit)
            footer=footer.into_any()
        >
            <div class="stack" node_ref=body>
                <div hidden=move || is_added.get() class="stack">
                    <p class="muted">{lead}</p>
                    <NewUserFields form roles=administration.roles />
                </div>
                <RefusalNotice error=failure name=Signal::derive(String::new) />
                {content}
            </div>
        </Dialog>
    }
}
