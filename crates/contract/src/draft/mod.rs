//! The contact information as typed, valid or not, and its validation into
//! [`crate::ContactInformation`].

mod addresses;
mod alert_contacts;
mod canonical;
mod contact_information_draft;
mod entries;
pub(crate) mod lenient;
mod limits;
mod parse;
mod schedule_draft;
mod support;

pub use self::{
    addresses::{
        ParsedAddress, address_list_errors, parse_addresses, parse_shared_address,
        shared_address_errors,
    },
    alert_contacts::alert_contact_errors,
    contact_information_draft::ContactInformationDraft,
    limits::{MAX_CONTACTS, MAX_HOURS, MAX_SCHEDULES},
    schedule_draft::{HoursDraft, ScheduleDraft},
    support::schedule_errors,
};
