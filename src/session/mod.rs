//! The session: the signed-in user, the current account and the gate.

mod access_notice;
mod account_menu;
mod context;
mod environment_switch;
mod exits;
mod gate;
mod invitation_list;
mod invitation_panel;
mod invitation_question;
mod language_select;
mod pace;
mod provide;
mod watch;

pub use access_notice::AccessNotice;
pub use account_menu::AccountMenu;
pub use context::{AccessChange, SessionContext, use_session};
pub use environment_switch::EnvironmentSwitch;
pub use exits::Exits;
pub use gate::Gate;
pub use invitation_list::InvitationList;
pub use invitation_panel::deferred_invitation_panel;
pub use language_select::LanguageSelect;
#[cfg(feature = "ssr")]
pub use provide::provide_fixed_session;
pub use provide::provide_session;
