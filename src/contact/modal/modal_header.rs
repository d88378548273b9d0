//! Shows the modal's header: title, account, progress and every exit.

use leptos::prelude::*;
use partner_portal_contract::{completion::progress, session::SessionAccount};

use crate::{
    i18n::{Text, number, t, use_i18n},
    reactive::memo,
    session::{Exits, use_session},
    ui::{Icon, IconName, ProgressBar},
};

/// Shows the title, the account, the progress, *Contact support*, *How to get help* and the exits.
/// The children are the tabs.
#[component]
pub fn ModalHeader(title_id: &'static str, children: Children) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let counts = memo(move || {
        session
            .completion()
            .map(|completion| progress(&completion.requirements))
            .unwrap_or_default()
    });
    let progress_text = Signal::derive(move || {
        let (met, all) = counts.get();
        i18n.plural(Text::Progress, all, &[("met", &number(i18n, met))])
    });
    let link = move |url: fn(SessionAccount) -> String| move || session.account.get().map(url);
    view! {
        <header class="dialog-header">
            <div class="dialog-heading">
                <h2 class="dialog-title" id=title_id tabindex="-1">{t(Text::RequiredInformation)}</h2>
                <div class="modal-links">
                    <a class="link" href=link(|account| account.help_url) target="_blank" rel="noopener">
                        {t(Text::HowToGetHelp)}<Icon name=IconName::External />
                    </a>
                    <a class="link" href=link(|account| account.support_url) target="_blank" rel="noopener">
                        {t(Text::ContactSupport)}<Icon name=IconName::External />
                    </a>
                </div>
            </div>
            <div class="modal-account">
                <bdi class="account-name">
                    {move || session.account.get().map(|account| account.name)}
                </bdi>
                <Exits />
            </div>
            <ProgressBar
                value=Signal::derive(move || counts.get().0)
                max=Signal::derive(move || counts.get().1)
                label=progress_text
                labelled_by=title_id
            />
            {children()}
        </header>
    }
}
