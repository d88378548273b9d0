//! What the host decided when it mounted the portal. Plain data: knows no API and no view.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::Environment;
use send_wrapper::SendWrapper;

/// How much of a portal is drawn around the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chrome {
    /// Our own top bar and navigation.
    Full,
    /// Only the page: the host has its own bar and navigation.
    None,
}

/// Something that the host can listen to. None carries personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortalEvent {
    /// The first screen is drawn.
    Ready,
    /// The gate changed.
    Status {
        /// As in the handle's `status`.
        status: &'static str,
        /// Of the contact information, once known.
        revision: Option<u64>,
    },
    /// The account's contact information became complete.
    Unlocked,
    /// The form has, or no longer has, text that is not saved.
    Dirty(bool),
    /// Nobody is signed in.
    SessionExpired {
        /// Whether nobody was to begin with, or the person asked to sign in.
        initial: bool,
    },
    /// The person asked to be signed out; only the host can do that.
    SignOutRequested,
    /// The language that was asked for could not be fetched; the present one stays.
    LanguageNotLoaded,
    /// The account that the host named is none of this person's; another one is shown.
    AccountNotFound,
    /// The person goes to another page of the portal; the host can prevent it.
    Navigate {
        /// From the origin on, with its query.
        path: String,
    },
}

impl PortalEvent {
    /// The event's name, after `partner-portal:`.
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

/// Tells the host of an event; whether it let what comes next happen.
pub type Dispatch = Rc<dyn Fn(PortalEvent) -> bool>;

/// Hands an address to the host, which keeps the browser's history itself; `true` means in place
/// of the present one.
pub type OnNavigate = Rc<dyn Fn(&str, bool)>;

/// The host's decisions.
#[derive(Clone)]
pub struct Config {
    /// The path under which the router works, such as `/portal`, percent-encoded as the browser does
    /// it; no slash at the end.
    pub base_path: String,
    /// Who draws the top bar.
    pub chrome: Chrome,
    /// The account to work in, when the host knows it.
    pub account_id: Option<String>,
    /// The environment where the address names none.
    pub environment: Environment,
    /// What tells the host.
    pub dispatch: SendWrapper<Dispatch>,
    /// Who keeps the browser's history: the host by this, or the portal.
    pub on_navigate: Option<SendWrapper<OnNavigate>>,
}

impl Config {
    /// The role of what holds a page. Where the host draws what is around it, the host has the page's
    /// `main` too.
    pub fn page_role(&self) -> Option<&'static str> {
        (self.chrome == Chrome::Full).then_some("main")
    }

    /// Tells the host.
    pub fn emit(&self, event: PortalEvent) {
        self.ask(event);
    }

    /// Tells the host what is about to happen; whether it lets it.
    pub fn ask(&self, event: PortalEvent) -> bool {
        (self.dispatch)(event)
    }
}

/// Puts the configuration in reach of every component.
pub fn provide_config(config: Config) {
    provide_context(StoredValue::new(config));
}

/// The host's decisions.
///
/// # Panics
/// Outside the portal.
pub fn use_config() -> StoredValue<Config> {
    expect_context()
}
