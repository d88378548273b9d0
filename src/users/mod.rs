//! The people of the account.

mod user_list;
mod user_pages;
mod user_row;
mod users_panel;

pub use users_panel::UsersPanel;
