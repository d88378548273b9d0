//! Stores the data of the portal. The rest of the crate uses [`Storage`] and the plain types of one
//! file per subject. All SQL is in one folder per database engine.

pub mod accounts;
pub mod contact_information;
mod database_url;
pub mod drafts;
pub mod error;
mod history_text;
pub mod invitations;
pub mod limits;
pub mod operator_tokens;
pub mod people;
mod person_keys;
pub mod reminders;
pub mod seed;
mod sqlite;
pub mod users;

pub use database_url::{DatabaseUrl, DatabaseUrlError};
pub use sqlite::{AccessChange, AccountChange, ContactInformationSave, Storage};
