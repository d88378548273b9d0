//! Shows panels in place of the portal while the gate is neither open nor locked.

use leptos::prelude::*;

use crate::{
    config::{Config, PortalEvent, use_config},
    i18n::{Text, t},
    session::{AccessNotice, use_session},
    ui::{Button, ButtonKind, Notice, NoticeKind, Skeleton},
};

/// Shows the gate's state `Checking`: only a skeleton.
#[component]
pub fn CheckingPanel() -> impl IntoView {
    view! {
        <div class="gate-panel">
            <Skeleton lines=6 label=t(Text::Checking) />
        </div>
    }
}

/// Shows the gate's state `Unreachable`: the reason and *Retry*.
#[component]
pub fn UnreachablePanel() -> impl IntoView {
    let session = use_session();
    view! {
        <div class="gate-panel" role=use_config().with_value(Config::page_role)>
            <Notice kind=NoticeKind::Danger heading=true title=t(Text::UnreachableTitle)>
                <p>{t(Text::UnreachableBody)}</p>
                <Button kind=ButtonKind::Primary on_press=Callback::new(move |()| session.retry())>
                    {t(Text::Retry)}
                </Button>
            </Notice>
        </div>
    }
}

/// Shows the gate's state `SignedOut`. Text in the form is kept.
#[component]
pub fn SignedOutPanel(has_text: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let config = use_config();
    let sign_in = move |()| {
        config.with_value(|config| config.emit(PortalEvent::SessionExpired { initial: true }));
    };
    view! {
        <div class="gate-panel" role=use_config().with_value(Config::page_role)>
            <AccessNotice />
            <Notice kind=NoticeKind::Warning heading=true title=t(Text::SignedOutTitle)>
                {move || {
                    if has_text.get() {
                        view! { <p>{t(Text::SignedOutTextKept)}</p> }.into_any()
                    } else {
                        view! {
                            <p>{t(Text::SignedOutBody)}</p>
                            <Button kind=ButtonKind::Primary on_press=Callback::new(sign_in)>
                                {t(Text::SignIn)}
                            </Button>
                        }
                        .into_any()
                    }
                }}
                <Button on_press=Callback::new(move |()| session.sign_in_again())>
                    {t(Text::SignedInAgain)}
                </Button>
            </Notice>
        </div>
    }
}
