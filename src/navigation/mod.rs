//! Tracks the shown page and follows links. The page around the portal belongs to the host, so only
//! clicks inside the portal and only addresses below the base path are handled.

mod address;

use leptos::{ev::Event, logging::warn, prelude::*};

use self::address::{below, path_of, query_of};
use crate::{
    browser::{
        address, clicked_address, on_address_change, parameter, with_parameter, write_address,
    },
    config::{Config, PortalEvent},
    reactive::memo,
};

/// The handle of the portal's navigation.
#[derive(Clone, Copy)]
pub struct Navigation {
    config: StoredValue<Config>,
    /// The address of the shown page without its origin, with query and fragment.
    pub address: RwSignal<String>,
    /// The path of `address`.
    pub path: Memo<String>,
    arrival: StoredValue<bool>,
}

impl Navigation {
    /// Starts at `path`, otherwise at the browser's address if that is below the base path,
    /// otherwise at Home. Follows the browser's history unless the host manages it.
    pub fn start(config: StoredValue<Config>, path: Option<String>) -> Self {
        let (base, is_hosts) =
            config.with_value(|config| (config.base_path.clone(), config.on_navigate.is_some()));
        let is_given = path.is_some();
        let start = below(&base, &path.unwrap_or_else(address));
        if is_given && start.is_none() {
            warn!("partner-portal: path is not below basePath; Home is shown");
        }
        let shown = RwSignal::new(start.unwrap_or(base + "/"));
        let path = memo(move || shown.with(|address| path_of(address).to_owned()));
        let navigation = Self { config, address: shown, path, arrival: StoredValue::new(false) };
        if !is_hosts {
            on_address_change(move || navigation.show(address()));
        }
        navigation
    }

    /// Creates a navigation that stays at `address`, for a view that is rendered without a browser.
    #[cfg(feature = "ssr")]
    pub fn fixed(config: StoredValue<Config>, address: String) -> Self {
        let address = RwSignal::new(address);
        let path = memo(move || address.with(|address| path_of(address).to_owned()));
        Self { config, address, path, arrival: StoredValue::new(false) }
    }

    /// Returns a parameter of the address.
    pub fn parameter(self, name: &str) -> Option<String> {
        self.address.with(|address| parameter(query_of(address), name))
    }

    /// Follows a click on one of the portal's own links and leaves every other click to the
    /// browser.
    pub fn follow(self, click: &Event) {
        let Some(to) = clicked_address(click).and_then(|address| self.below(&address)) else {
            return;
        };
        click.prevent_default();
        let replace = self.address.with_untracked(|shown| *shown == to);
        let event = PortalEvent::Navigate { path: to.clone() };
        let is_allowed = self.config.with_value(|config| config.ask_host(event));
        if is_allowed {
            // This comes first, because writing the address makes the browser or the host report
            // the change at once.
            self.arrival.set_value(self.path.with_untracked(|path| path != path_of(&to)));
            self.config.with_value(|config| match &config.on_navigate {
                Some(on_navigate) => on_navigate(&to, replace),
                None => write_address(&to, replace),
            });
            self.show(to);
        }
    }

    /// Returns once whether the user has come to this page by a link. The page's heading then takes
    /// the focus, because the link that had it may no longer exist. Opening the portal does not
    /// move the focus.
    pub fn take_arrival(self) -> bool {
        self.arrival.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Shows the page at an address that the browser or the host already has. An address outside
    /// the portal changes nothing, because the host is about to remove the portal.
    pub fn show(self, address: String) {
        let Some(address) = self.below(&address) else { return };
        if self.address.with_untracked(|shown| *shown != address) {
            self.address.set(address);
        }
    }

    /// Shows the page at an address that the host requests. Unless the host manages the history,
    /// this adds an entry to it.
    pub fn go_to(self, to: String) {
        let Some(to) = self.below(&to) else { return };
        let is_ours = self.config.with_value(|config| config.on_navigate.is_none());
        if is_ours && self.below(&address()).as_ref() != Some(&to) {
            write_address(&to, false);
        }
        self.show(to);
    }

    /// Sets a parameter of the address at the host's request.
    pub fn set_parameter(self, name: &str, value: &str) {
        let address = self.address.with_untracked(|address| {
            path_of(address).to_owned() + "?" + &with_parameter(query_of(address), name, value)
        });
        if self.config.with_value(|config| config.on_navigate.is_none()) {
            write_address(&address, true);
        }
        self.show(address);
    }

    fn below(self, address: &str) -> Option<String> {
        self.config.with_value(|config| below(&config.base_path, address))
    }
}
