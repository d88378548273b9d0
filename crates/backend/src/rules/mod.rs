//! The rules that several handlers share. They know storage and the contract, but no HTTP.

pub(crate) mod access;
pub mod completion;
pub mod error;
pub(crate) mod limits;
pub(crate) mod offered_types;
pub(crate) mod operated_account;
