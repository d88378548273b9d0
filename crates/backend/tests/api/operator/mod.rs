//! Tests the operator's API.

mod account;
mod accounts;
mod client;
mod completion;
mod contact_information;
mod tokens;
mod users;
mod walk;
