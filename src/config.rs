//! The configuration that the host passes when it mounts the portal. It is plain data and does not
//! depend on the API or on views.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::Environment;
use send_wrapper::SendWrapper;

/// The parts of a portal that are drawn around the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chrome {
    /// The portal's own top bar and navigation.
    Full,
    /// Only the page, because the host has its own bar and navigation.
    None,
}

/// An event that the host can listen to. No event carries personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortalEvent {
    /// The first view is drawn.
    Ready,
    /// The status of the gate has changed.
    Status {
        /// The value, as in the handle's `status`.
        status: &'static str,
        /// The revision of the contact information, once known.
        revision: Option<u64>,
    },
    /// The account's contact information has become complete.
    Unlocked,
    /// The form now has, or no longer has, unsaved text.
    Dirty(bool),
    /// No user is signed in.
    SessionExpired {
        /// True if no user was signed in at the start, or if the user asked to sign in.
        initial: bool,
    },
    /// The user asked to sign out, which only the host can do.
    SignOutRequested,
    /// The requested language could not be loaded, so the current one stays.
    LanguageNotLoaded,
    /// The user has no access to the account that the host named, so another one is shown.
    AccountNotFound,
    /// The user goes to another page of the portal. The host can prevent it.
    Navigate {
        /// The address without its origin, with its query.
        path: String,
    },
}

impl PortalEvent {
    /// Returns the event's name, without the prefix `partner-portal:`.
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

/// A function that sends an event to the host. It returns whether the host allows what the event
/// announces.
pub type Dispatch = Rc<dyn Fn(PortalEvent) -> bool>;

/// A function that passes an address to the host, which manages the browser's history itself. With
/// `true` the address replaces the current entry.
pub type OnNavigate = Rc<dyn Fn(&str, bool)>;

/// The configuration from the host.
#[derive(Clone)]
pub struct Config {
    /// The path under which the portal's pages are, such as `/portal`, percent-encoded as in the
    /// browser and without a slash at the end.
    pub base_path: String,
    /// The parts that the portal draws around its pages.
    pub chrome: Chrome,
    /// The account to open, if the host names one.
    pub account_id: Option<String>,
    /// The environment for an address that names none.
    pub environment: Environment,
    /// The function that sends events to the host.
    pub dispatch: SendWrapper<Dispatch>,
    /// The function that passes addresses to the host, if the host manages the browser's history.
    /// Otherwise the portal does.
    pub on_navigate: Option<SendWrapper<OnNavigate>>,
}

impl Config {
    /// Returns the ARIA role of the element around a page. A host that draws its own bar and
    /// navigation also has its own `main`.
    pub fn page_role(&self) -> Option<&'static str> {
        (self.chrome == Chrome::Full).then_some("main")
    }

    /// Sends an event to the host.
    pub fn emit(&self, event: PortalEvent) {
        self.ask_host(event);
    }

    /// Sends an event about an action to the host, and returns whether the host allows the action.
    pub fn ask_host(&self, event: PortalEvent) -> bool {
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
/// Panics outside the portal.
pub fn use_config() -> StoredValue<Config> {
    expect_context()
}
