//! Changes a user's role or removes the user from the account.

mod invitation_section;
mod manage_user_dialog;
mod removal;
mod remove_user_dialog;
mod replacement_picker;
mod role_section;

pub use manage_user_dialog::ManageUserDialog;
