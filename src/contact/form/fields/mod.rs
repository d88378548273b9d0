//! The seven fields as components.

mod address_list_field;
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
pub use alert_contacts_field::AlertContactsField;
pub use operational_support_field::OperationalSupportField;
pub use shared_address_field::SharedAddressField;
