//! What the portal's frontend and backend agree on.
//!
//! Floor 0: plain data and plain functions. This crate knows no Leptos, no browser, no database,
//! no HTTP library, no clock and no I/O; whatever depends on the moment takes it as a parameter.
//!
//! In reading order:
//! - [`field`]: the seven fields of the contact information.
//! - [`policy`]: what an environment and an integration type ask for.
//! - [`email_address`], [`time_of_day`], [`schedule`]: values that can only be right.
//! - [`time_zones`]: what the clocks of a zone show, behind a trait.
//! - [`coverage`]: a week of all schedules on one wall clock.
//! - [`address_list`]: pasted text, taken apart into addresses.
//! - [`reference_data`]: the large tables (time zones, Unicode) behind a trait.
//! - [`draft`]: what somebody typed, and [`ContactInformationDraft::parse`], the only door to
//!   [`ContactInformation`].
//! - [`advice`]: what could be better about it, and never holds it back.
//! - [`saved_draft`]: what somebody has not submitted yet.
//! - [`revision`]: who saved what when.
//! - [`completion`]: which requirements a stored document meets.
//! - [`entity_tag`]: names of versions in conditional requests.
//! - [`field_error`], [`problem`]: every error code, as it travels.
//! - [`search`]: text as searches compare it.
//! - [`language`]: the languages of what the platform writes to people.
//! - [`paths`], [`session`], [`account`], [`users`], [`onboarding`]: the rest of the HTTP contract.

pub mod account;
pub mod address_list;
pub mod advice;
pub mod completion;
pub mod contact_information;
pub mod coverage;
pub mod draft;
pub mod email_address;
pub mod entity_tag;
pub mod field;
pub mod field_error;
pub mod language;
pub mod onboarding;
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
pub use draft::{ContactInformationDraft, HoursDraft, ScheduleDraft};
pub use email_address::EmailAddress;
pub use field::ContactField;
pub use field_error::{FieldError, FieldErrorCode, FieldErrorParams};
pub use policy::{Environment, FieldRule, FieldRules, Policy};
pub use problem::{Problem, ProblemCode};
#[cfg(feature = "reference-data")]
pub use reference_data::BundledReferenceData;
pub use reference_data::ReferenceData;
pub use schedule::{DayOfWeek, Hours, Schedule};
pub use time_of_day::TimeOfDay;
