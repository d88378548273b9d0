//! The seven fields as controls.

mod address_list_field;
mod advice_lines;
mod alert_contacts_field;
mod alert_contacts_picker;
mod brand_drift;
mod chosen_alert_contacts;
mod contact_field_shell;
mod field_advice;
mod operational_support_field;
mod production_link;
mod shared_address_field;

pub use address_list_field::AddressListField;
pub use advice_lines::{advice_lines, find_advice};
pub use alert_contacts_field::AlertContactsField;
pub use brand_drift::brand_drift;
pub use chosen_alert_contacts::chosen_alert_contacts;
pub use operational_support_field::{OperationalSupportField, operational_support};
pub use production_link::ProductionLink;
pub use shared_address_field::SharedAddressField;
