//! The users of an account: the list for every role, and the dialogs with which administrators
//! manage it.

mod access_limits;
mod add_user;
mod administration;
mod chunk;
mod manage_user;
mod refusal_notice;
mod refusal_text;
mod role_choice;
mod sort_header;
mod user_list;
mod user_pages;
mod user_row;
mod user_search;
mod user_state;
mod users_panel;
mod users_toolbar;

pub use chunk::deferred_users_panel;
pub use user_search::{search_users, user_options};
pub use users_panel::UsersPanel;
