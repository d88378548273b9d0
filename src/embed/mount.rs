//! Mounts, updates and unmounts the portal.

use std::rc::Rc;

use js_sys::Function;
use leptos::{mount::mount_to, prelude::*, task::spawn_local};
use partner_portal_contract::{Environment, language::Language};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement};

use super::{
    events::dispatch,
    options::{Options, text},
    tasks::{bind_tasks, end_tasks},
};
use crate::{
    api::Api,
    app::App,
    browser::{TablesLoader, wake_all},
    config::{Config, OnNavigate, PortalEvent, provide_config, use_config},
    i18n::{Cities, Formats, I18n, Messages, MessagesLoader, provide_i18n},
    navigation::Navigation,
    routes::ENVIRONMENT_PARAMETER,
    ui::provide_first_view,
};

/// A mounted portal.
#[wasm_bindgen]
pub struct PortalHandle {
    owner: Owner,
    view: Option<Box<dyn FnOnce()>>,
    i18n: I18n,
    navigation: Navigation,
}

#[wasm_bindgen]
impl PortalHandle {
    /// Applies the options that the host has changed: `locale`, `path`, `environment`. The loader
    /// has checked them.
    pub fn update(&self, change: JsValue) {
        let language = text(&change, "locale").and_then(|tag| Language::parse(&tag));
        if let Some(language) = language {
            self.owner.with(|| spawn_local(self.i18n.switch(language)));
        }
        if let Some(path) = text(&change, "path") {
            self.navigation.go_to(path);
        }
        let environment = text(&change, "environment").and_then(|name| Environment::parse(&name));
        if let Some(environment) = environment {
            self.navigation.set_parameter(ENVIRONMENT_PARAMETER, environment.as_str());
        }
    }

    /// Removes the portal with all its listeners, timers and requests. Can be called twice.
    pub fn unmount(&mut self) {
        if let Some(drop_view) = self.view.take() {
            // This comes first, because the cleanups below spawn tasks that outlive the portal.
            end_tasks();
            drop_view();
            // The first router ever mounted keeps a clone of its owner as long as the module lives.
            // Dropping the view alone would therefore keep the owner's values alive.
            self.owner.cleanup();
            wake_all();
        }
    }
}

/// Mounts the portal into `container`, an element inside a shadow root.
///
/// # Errors
/// A `TypeError` that names a wrong option.
#[wasm_bindgen]
pub fn mount(container: Element, options: JsValue) -> Result<PortalHandle, JsValue> {
    let container: HtmlElement = container.dyn_into()?;
    container.class_list().add_1("portal")?;
    let options = Options::read(&options)?;
    #[cfg(debug_assertions)]
    print_panics();
    bind_tasks();
    let owner = Owner::new();
    let (view, i18n, navigation) = owner.with(|| {
        let host = options.host;
        provide_config(Config {
            base_path: options.base_path,
            chrome: options.chrome,
            account_id: options.account_id,
            environment: options.environment.unwrap_or_default(),
            dispatch: SendWrapper::new(Rc::new(move |event: PortalEvent| dispatch(&host, &event))),
            on_navigate: options.on_navigate.map(|told| SendWrapper::new(tell(told))),
        });
        let messages = Messages::new(options.messages);
        let loader = MessagesLoader::new(options.load_messages);
        let formats = Formats::new(options.language, options.format_locale);
        let cities = Cities::new(options.load_cities);
        let i18n = provide_i18n(options.language, messages, loader, formats, cities);
        let navigation = Navigation::start(use_config(), options.path);
        let api = Api::new(options.api_base, options.early, options.authorised);
        let tables = TablesLoader::new(options.load_tables);
        provide_first_view(options.first_view);
        let around = container.clone();
        let view =
            mount_to(container, move || view! { <App api tables navigation container=around /> });
        (view, i18n, navigation)
    });
    Ok(PortalHandle { owner, view: Some(Box::new(move || drop(view))), i18n, navigation })
}

/// Returns a function that calls the host's `onNavigate` and ignores its exceptions.
fn tell(host: Function) -> OnNavigate {
    Rc::new(move |path, replace| {
        let _ = host.call2(&JsValue::UNDEFINED, &path.into(), &replace.into());
    })
}

/// Prints the messages of panics, which only builds for development have. In every build the loader
/// notices the trap and removes the portal.
#[cfg(debug_assertions)]
fn print_panics() {
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}
