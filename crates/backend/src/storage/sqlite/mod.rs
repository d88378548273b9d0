//! Storage in a `SQLite` file, with a single writer and several readers. It knows neither HTTP nor
//! the rules.

mod access_change;
mod accounts;
mod address_keys;
mod changed_address;
mod contact_information;
mod database;
mod drafts;
mod error;
mod file;
mod identities;
mod invitations;
mod limits;
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
pub use database::Storage;
pub use save::ContactInformationSave;
