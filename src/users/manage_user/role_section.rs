//! The section of a user's role.

use leptos::{prelude::*, task::spawn_local};
use partner_portal_contract::users::{Role, User, UserChange};

use super::replacement_picker::ReplacementPicker;
use crate::{
    api::ApiError,
    i18n::{Text, t, use_i18n},
    reactive::memo,
    ui::{Button, LiveRegion, Notice, NoticeKind},
    users::{
        administration::Administration, refusal_notice::RefusalNotice, role_choice::RoleChoice,
    },
};

const REPLACEMENT_ID: &str = "role-replacement";

#[derive(Clone, Debug, PartialEq)]
enum Progress {
    Choosing,
    Saving,
    Saved,
    Failed(ApiError),
}

/// Lets the administrator choose and save a role.
#[component]
pub fn RoleSection(administration: Administration, user: RwSignal<User>) -> impl IntoView {
    let i18n = use_i18n();
    let chosen = RwSignal::new(user.with_untracked(|user| user.role));
    let replacement = RwSignal::new(None::<User>);
    let progress = RwSignal::new(Progress::Choosing);
    let is_changed = memo(move || user.with(|user| user.role) != chosen.get());
    let is_saving = move || progress.with_untracked(|progress| *progress == Progress::Saving);
    let choose = move |role: Role| {
        chosen.set(role);
        if !is_saving() {
            progress.set(Progress::Choosing);
        }
    };
    let save = move |()| {
        if !is_changed.get_untracked() || is_saving() {
            return;
        }
        progress.set(Progress::Saving);
        let replacement_user_id =
            replacement.with_untracked(|it| it.as_ref().map(|it| it.id.clone()));
        let change = UserChange { role: chosen.get_untracked(), replacement_user_id };
        let (account, id) = (administration.account_id(), user.with_untracked(|it| it.id.clone()));
        let api = administration.session().api.get_value();
        spawn_local(async move {
            let answer = api.change_user(&account, &id, &change).await;
            if let Ok(changed) = &answer {
                let _ = user.try_set(changed.clone());
                administration.show(changed.clone());
            }
            // The dialog may no longer exist: a user who gives up their own administrator role
            // loses it.
            let _ = progress.try_set(answer.map_or_else(Progress::Failed, |_| Progress::Saved));
        });
    };
    let warning = move || {
        let own = is_changed.get() && user.with(|user| administration.is_self(user));
        own.then(|| view! { <Notice kind=NoticeKind::Warning title=t(Text::OwnRoleWarning) /> })
    };
    let needs_replacement = memo(move || is_changed.get() && user.with(|it| it.is_alert_contact));
    let name = Signal::derive(move || user.with(|user| user.name.clone()));
    let picker = move || {
        needs_replacement.get().then(|| {
            let leaving = user.with_untracked(|user| user.id.clone());
            view! {
                <p>{move || i18n.with(Text::StaysAlertContact, &[("name", &name.get())])}</p>
                <ReplacementPicker id=REPLACEMENT_ID leaving replacement />
            }
        })
    };
    let failure = Signal::derive(move || match progress.get() {
        Progress::Failed(error) => Some(error),
        _ => None,
    });
    let is_saved = memo(move || progress.get() == Progress::Saved);
    let saved =
        Signal::derive(
            move || {
                if is_saved.get() { i18n.text(Text::RoleSaved) } else { String::new() }
            },
        );
    view! {
        <section class="stack">
            <RoleChoice
                id="managed-role"
                roles=administration.roles
                chosen=Signal::derive(move || Some(chosen.get()))
                on_choose=Callback::new(choose)
            />
            {warning}
            {picker}
            <RefusalNotice error=failure name />
            <div class="row">
                <Button
                    on_press=Callback::new(save)
                    busy=Signal::derive(move || progress.get() == Progress::Saving)
                    disabled=Signal::derive(move || !is_changed.get())
                >
                    {t(Text::SaveRole)}
                </Button>
                <span class="muted">{saved}</span>
                <LiveRegion message=saved />
            </div>
        </section>
    }
}
