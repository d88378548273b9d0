//! Shows the page Help & support.

use leptos::prelude::*;
use partner_portal_contract::session::SessionAccount;

use super::page_heading::PageHeading;
use crate::{
    i18n::{Text, t},
    session::use_session,
    ui::{Icon, IconName},
};

/// Shows links to the support team and to the help pages.
#[component]
pub fn HelpPage() -> impl IntoView {
    let session = use_session();
    let card = move |title: Text, body: Text, url: fn(SessionAccount) -> String| {
        let href = move || session.account.get().map(url);
        view! {
            <section class="card">
                <h2 class="card-title">
                    <a class="link" href=href target="_blank" rel="noopener">
                        {t(title)}<Icon name=IconName::External />
                    </a>
                </h2>
                <p>{t(body)}</p>
            </section>
        }
    };
    view! {
        <div class="page">
            <PageHeading text=t(Text::HelpAndSupport) />
            <div class="cards">
                {card(Text::ContactSupport, Text::ContactSupportBody, |it| it.support_url)}
                {card(Text::HowToGetHelp, Text::HowToGetHelpBody, |it| it.help_url)}
            </div>
        </div>
    }
}
