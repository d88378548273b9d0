//! The people of the account.

mod chunk;
mod user_list;
mod user_pages;
mod user_row;
mod users_panel;

pub use chunk::deferred_users_panel;
pub use users_panel::UsersPanel;
