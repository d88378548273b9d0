//! The handlers of the API, one file per resource. A handler receives data that [`crate::http::extract`]
//! has checked, calls storage and the contract's rules, and returns the contract's types. Handlers
//! contain neither SQL nor rules of their own.

pub(crate) mod account;
pub(crate) mod completion;
pub(crate) mod contact_information;
pub(crate) mod draft;
pub(crate) mod health;
mod invitation_mail;
pub(crate) mod onboarding_plan;
pub(crate) mod openapi;
pub(crate) mod operator;
pub(crate) mod reminders;
pub(crate) mod revisions;
mod save;
pub(crate) mod session;
pub(crate) mod session_invitation;
pub(crate) mod user;
pub(crate) mod user_invitation;
pub(crate) mod users;
