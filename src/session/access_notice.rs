//! Shows that the user's rights were changed by another user.

use leptos::prelude::*;

use super::{AccessChange, use_session};
use crate::{
    i18n::{Text, role_text, t, use_i18n},
    reactive::effect,
    ui::{Button, ButtonKind, Notice, NoticeKind},
};

/// Shows and announces the change until the user closes the notice.
#[component]
pub fn AccessNotice() -> impl IntoView {
    let i18n = use_i18n();
    let change = use_session().access_change;
    let title = move |change: &AccessChange| match change {
        AccessChange::Lost(name) => i18n.with(Text::AccessLost, &[("account", name)]),
        AccessChange::Role(role) => {
            i18n.with(Text::RoleChanged, &[("role", &i18n.text(role_text(*role)))])
        }
    };
    // A live region announces only changes, so it is empty in the first frame.
    let is_there = RwSignal::new(false);
    effect(move || {
        request_animation_frame(move || {
            let _ = is_there.try_set(true);
        });
    });
    let notice = move || {
        let change_now = change.get().filter(|_| is_there.get())?;
        let title = Signal::derive(move || title(&change_now));
        Some(view! {
            <Notice kind=NoticeKind::Warning title>
                <Button kind=ButtonKind::Quiet on_press=Callback::new(move |()| change.set(None))>
                    {t(Text::Close)}
                </Button>
            </Notice>
        })
    };
    view! { <div role="status" class="access-notice">{notice}</div> }
}
