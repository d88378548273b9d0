//! Shows the chrome around the pages: top bar and navigation, or neither if the host has its own.

use leptos::{html, prelude::*};

use crate::{
    config::{Chrome, Config, use_config},
    i18n::{Text, t, use_i18n},
    pages::PAGE_HEADING_ID,
    reactive::effect,
    routes::{Route, href},
    session::{AccessNotice, AccountMenu, EnvironmentSwitch, LanguageSelect, use_session},
    ui::{Button, Notice, NoticeKind, focus_by_id_after_render},
};

/// Shows the top bar, the navigation and the page. `announcement` is the message about the latest
/// change of the gate.
#[component]
pub fn AppLayout(announcement: RwSignal<String>, children: Children) -> impl IntoView {
    let has_chrome = use_config().with_value(|config| config.chrome == Chrome::Full);
    let role = use_config().with_value(Config::page_role);
    let main = NodeRef::<html::Div>::new();
    let to_page = move || {
        if let Some(main) = main.get_untracked() {
            focus_by_id_after_render((*main).clone().into(), PAGE_HEADING_ID.to_owned());
        }
    };
    // An announcement arrives together with a new page, so the focus moves to that page's heading.
    effect(move || {
        if !announcement.with(String::is_empty) && main.get().is_some() {
            to_page();
        }
    });
    let notice = move || {
        let text = announcement.get();
        (!text.is_empty()).then(|| {
            view! { <Notice kind=NoticeKind::Success title=Signal::stored(text) /> }
        })
    };
    view! {
        <div class="portal-shell">
            {has_chrome.then(|| view! { <SkipToContent on_press=Callback::new(move |()| to_page()) /> })}
            {has_chrome.then(|| view! { <TopBar /> })}
            {has_chrome.then(|| view! { <Navigation /> })}
            <div class="portal-main" role=role node_ref=main>
                {notice}
                <AccessNotice />
                {children()}
            </div>
        </div>
    }
}

/// Shows the first stop of the keyboard, visible only while it has the focus. It is a button,
/// because a link to an id would not reach into a shadow root, and the address belongs to the
/// router.
#[component]
fn SkipToContent(#[prop(into)] on_press: Callback<()>) -> impl IntoView {
    view! {
        <div class="skip-to-content">
            <Button on_press>{t(Text::SkipToContent)}</Button>
        </div>
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let title = move || i18n.with(Text::PortalTitle, &[("platform", &session.platform_name())]);
    view! {
        <header class="portal-bar" part="top-bar">
            <span class="portal-brand">{title}</span>
            <bdi class="account-name">
                {move || session.account.get().map(|account| account.name)}
            </bdi>
            <EnvironmentSwitch />
            <LanguageSelect id="language" />
            <AccountMenu />
        </header>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let session = use_session();
    let config = use_config();
    let path = session.navigation.path;
    let link = move |route: Route, text: Text| {
        let target = config.with_value(|config| config.base_path.clone() + route.path());
        let is_current = move || {
            let here = path.get();
            (here.trim_end_matches('/') == target.trim_end_matches('/')).then_some("page")
        };
        let to = move || {
            let scope = session.scope();
            config.with_value(|config| href(&config.base_path, route, &scope))
        };
        view! {
            <li>
                <a href=to aria-current=is_current>
                    {t(text)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="portal-nav" part="navigation" aria-label=t(Text::Navigation)>
            <ul role="list">{link(Route::Home, Text::Home)}</ul>
            <p class="portal-nav-title" id="nav-configuration">
                {t(Text::Configuration)}
            </p>
            <ul role="list" aria-labelledby="nav-configuration">
                {link(Route::ContactInformation, Text::ContactInformation)}
                {link(Route::AccountAndUsers, Text::AccountAndUsers)}
            </ul>
            <ul role="list">{link(Route::Help, Text::HelpAndSupport)}</ul>
        </nav>
    }
}
