//! Adds a user to the account.

mod add_user_dialog;
mod invited_person;
mod new_user_fields;
mod new_user_form;
mod sign_in_link;

pub use add_user_dialog::AddUserDialog;
pub use new_user_form::NewUserForm;
pub use sign_in_link::SignInLink;
