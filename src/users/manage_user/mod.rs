//! Changing what one person may do, and taking it back.

mod invitation_section;
mod manage_user_dialog;
mod removal;
mod remove_user_dialog;
mod replacement_picker;
mod role_section;

pub use manage_user_dialog::ManageUserDialog;
