//! Storage in a `SQLite` file, with a single writer and several readers. It knows neither HTTP nor
//! the rules.

mod access_change;
mod account_change;
mod account_information;
mod accounts;
mod address_keys;
mod backup;
mod changed_address;
mod contact_information;
mod database;
mod drafts;
mod error;
mod file;
mod identities;
mod invitations;
mod limits;
mod memberships;
mod operator_access;
mod operator_tokens;
mod people;
mod person;
mod person_keys;
mod reminders;
mod revisions;
mod rows;
mod save;
mod seed;
mod sent_invitations;
mod sessions;
mod users;
mod users_page;

pub use access_change::AccessChange;
pub use account_change::AccountChange;
pub use database::Storage;
pub use save::ContactInformationSave;
