//! The contact information as typed, valid or not, and its validation into
//! [`crate::ContactInformation`].

mod addresses;
mod alert_contacts;
mod canonical;
mod contact_information_input;
mod entries;
pub(crate) mod lenient;
mod limits;
mod parse;
mod schedule_input;
mod support;

pub use self::{
    addresses::{
        ParsedAddress, address_list_errors, parse_addresses, parse_shared_address,
        shared_address_errors,
    },
    alert_contacts::alert_contact_errors,
    contact_information_input::ContactInformationInput,
    limits::{MAX_CONTACTS, MAX_HOURS, MAX_SCHEDULES},
    schedule_input::{HoursInput, ScheduleInput},
    support::schedule_errors,
};
