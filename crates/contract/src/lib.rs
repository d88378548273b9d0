//! The contract between the portal's frontend and backend.
//!
//! The lowest layer: plain data and plain functions. This crate uses no Leptos, browser, database,
//! HTTP library, clock or I/O. Functions that depend on the current time take it as a parameter.
//!
//! In reading order:
//! - [`field`]: the seven fields of the contact information.
//! - [`policy`]: the requirements of an environment and an integration type.
//! - [`email_address`], [`time_of_day`], [`schedule`]: types whose values are always valid.
//! - [`time_zones`]: the local times of a time zone, behind a trait.
//! - [`coverage`]: a week of all schedules on one wall clock.
//! - [`address_list`]: splitting pasted text into addresses.
//! - [`reference_data`]: the large tables (time zones, Unicode), behind a trait.
//! - [`input`]: the contact information as typed, and [`ContactInformationInput::parse`], the only
//!   way to create a [`ContactInformation`].
//! - [`advice`]: suggestions that never block a save.
//! - [`saved_draft`]: autosaved text that has not been submitted.
//! - [`revision`]: the history of saves.
//! - [`completion`]: the requirements that a stored document meets.
//! - [`entity_tag`]: entity tags for conditional requests.
//! - [`field_error`], [`problem`]: all error codes on the wire.
//! - [`search`]: text folding for searches.
//! - [`language`]: the languages of mails.
//! - [`operator`]: accounts and people as the platform's own systems manage them.
//! - [`paths`], [`session`], [`account`], [`users`], [`onboarding`]: the rest of the HTTP contract.

pub mod account;
pub mod address_list;
pub mod advice;
pub mod completion;
pub mod contact_information;
pub mod coverage;
pub mod email_address;
pub mod entity_tag;
pub mod field;
pub mod field_error;
pub mod input;
pub mod language;
pub mod onboarding;
pub mod operator;
pub mod paths;
pub mod policy;
pub mod problem;
pub mod reference_data;
pub mod revision;
pub mod saved_draft;
pub mod schedule;
pub mod search;
pub mod session;
pub mod time_of_day;
pub mod time_zones;
pub mod users;

pub use address_list::split_addresses;
pub use advice::Advice;
pub use completion::{Completion, Requirement, RequirementState};
pub use contact_information::ContactInformation;
pub use email_address::EmailAddress;
pub use field::ContactField;
pub use field_error::{FieldError, FieldErrorCode, FieldErrorParams};
pub use input::{ContactInformationInput, HoursInput, ScheduleInput};
pub use policy::{Environment, FieldRule, FieldRules, Policy};
pub use problem::{Problem, ProblemCode};
#[cfg(feature = "reference-data")]
pub use reference_data::BundledReferenceData;
pub use reference_data::ReferenceData;
pub use schedule::{DayOfWeek, Hours, Schedule};
pub use time_of_day::TimeOfDay;
