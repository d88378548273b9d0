//! The configuration that the host passed when it mounted the portal. Plain data that knows no API
//! and no view.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::Environment;
use send_wrapper::SendWrapper;

/// The amount of portal that is drawn around the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chrome {
    /// The portal's own top bar and navigation.
    Full,
    /// Only the page, because the host has its own top bar and navigation.
    None,
}

/// An event that the host can listen to. No event carries personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortalEvent {
    /// The first screen has been drawn.
    Ready,
    /// The gate changed.
    Status {
        /// The same value as the handle's `status`.
        status: &'static str,
        /// The revision of the contact information, once it is known.
        revision: Option<u64>,
    },
    /// The account's contact information became complete.
    Unlocked,
    /// The form has unsaved text (`true`), or no longer has any (`false`).
    Dirty(bool),
    /// The session has ended, or the user is not signed in.
    SessionExpired {
        /// `true` if the user was not signed in when the portal was mounted, or has asked to sign
        /// in.
        initial: bool,
    },
    /// The user asked to sign out. Only the host can do that.
    SignOutRequested,
    /// The requested language could not be fetched, so the current one stays.
    LanguageNotLoaded,
    /// The user has no access to the account that the host named, so another one is shown.
    AccountNotFound,
    /// The user is about to go to another page of the portal. The host can prevent it.
    Navigate {
        /// The address without the origin, with its query.
        path: String,
    },
}

impl PortalEvent {
    /// Returns the event's name without the prefix `partner-portal:`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Status { .. } => "status",
            Self::Unlocked => "unlocked",
            Self::Dirty(_) => "dirty",
            Self::SessionExpired { .. } => "session-expired",
            Self::SignOutRequested => "sign-out-requested",
            Self::LanguageNotLoaded | Self::AccountNotFound => "error",
            Self::Navigate { .. } => "navigate",
        }
    }
}

/// Dispatches an event to the host. Returns `false` if the host prevented what the event announces.
pub type Dispatch = Rc<dyn Fn(PortalEvent) -> bool>;

/// Passes an address to the host, which keeps the browser's history itself. `true` replaces the
/// current entry of the history.
pub type OnNavigate = Rc<dyn Fn(&str, bool)>;

/// The configuration of a mounted portal.
#[derive(Clone)]
pub struct Config {
    /// The path of the portal, such as `/portal`, percent-encoded as the browser does it, without a
    /// slash at the end.
    pub base_path: String,
    /// The parts that the portal draws around the pages.
    pub chrome: Chrome,
    /// The account to show, if the host names one.
    pub account_id: Option<String>,
    /// The environment of addresses that name none.
    pub environment: Environment,
    /// Sends events to the host.
    pub dispatch: SendWrapper<Dispatch>,
    /// Tells the host about a new address. `None` if the portal keeps the browser's history itself.
    pub on_navigate: Option<SendWrapper<OnNavigate>>,
}

impl Config {
    /// Returns the role of the element around a page: `main`, or `None` if the host draws the
    /// chrome, because then the host has the document's `main`.
    pub fn page_role(&self) -> Option<&'static str> {
        (self.chrome == Chrome::Full).then_some("main")
    }

    /// Sends an event to the host.
    pub fn emit(&self, event: PortalEvent) {
        self.ask(event);
    }

    /// Announces an event to the host. Returns `false` if the host prevents it.
    pub fn ask(&self, event: PortalEvent) -> bool {
        (self.dispatch)(event)
    }
}

/// Provides the configuration to every component.
pub fn provide_config(config: Config) {
    provide_context(StoredValue::new(config));
}

/// Returns the configuration.
///
/// # Panics
/// If called outside the portal.
pub fn use_config() -> StoredValue<Config> {
    expect_context()
}
