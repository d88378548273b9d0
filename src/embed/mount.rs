//! Mounting and unmounting.

use std::rc::Rc;

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement};

use super::{events::dispatch, options::Options};
use crate::{
    api::Api,
    app::App,
    browser::TablesLoader,
    config::{Config, PortalEvent, provide_config},
    i18n::{Messages, MessagesLoader, provide_i18n},
};

/// A mounted portal.
#[wasm_bindgen]
pub struct PortalHandle {
    owner: Owner,
    view: Option<Box<dyn FnOnce()>>,
}

#[wasm_bindgen]
impl PortalHandle {
    /// Takes the portal away again, with every listener, timer and request. Can be called twice.
    pub fn unmount(&mut self) {
        if let Some(drop_view) = self.view.take() {
            drop_view();
            // The first router ever mounted keeps a clone of its owner for the whole process, so
            // dropping the view alone would leave its listeners on the window.
            self.owner.cleanup();
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
    let options = Options::read(&options)?;
    let messages = Messages::new(options.messages);
    let host = options.host;
    let emit = Rc::new(move |event: PortalEvent| dispatch(&host, &event));
    let config = Config::new(
        options.base_path,
        options.chrome,
        options.account_id,
        options.environment,
        emit,
    );
    let api = Api::new(options.api_base, options.early);
    let tables = TablesLoader::new(options.load_tables);
    let loader = MessagesLoader::new(options.load_messages);
    let locale = options.locale;
    let owner = Owner::new();
    let view = owner.with(|| {
        mount_to(container, move || {
            provide_config(config);
            provide_i18n(locale, messages, loader);
            view! { <App api tables /> }
        })
    });
    Ok(PortalHandle { owner, view: Some(Box::new(move || drop(view))) })
}
