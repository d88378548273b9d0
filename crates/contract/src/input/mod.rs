//! The contact information as typed, valid or not, and its validation into
//! [`crate::ContactInformation`].

mod addresses;
mod alert_contacts;
mod canonical;
mod contact_information_input;
mod entries;
pub(crate) mod lenient;
mod limits;
mod operational_support;
mod parse;
mod schedule_input;

pub use self::{
    addresses::{
        ParsedAddress, address_list_errors, parse_addresses, parse_shared_address,
        shared_address_errors,
    },
    alert_contacts::alert_contact_errors,
    contact_information_input::ContactInformationInput,
    limits::{MAX_CONTACTS, MAX_HOURS, MAX_SCHEDULES},
    operational_support::schedule_errors,
    schedule_input::{HoursInput, ScheduleInput},
};
