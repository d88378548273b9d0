//! The values of the form's controls. Plain data between the document and a save.

use partner_portal_contract::{
    ContactField, ContactInformationInput, contact_information::ContactInformationDocument,
    users::User,
};
use reactive_stores::Store;
use serde::{Deserialize, Serialize};

use crate::support_hours::{ScheduleForm, schedule_forms, schedule_inputs};

/// A user of the account, picked as an alert contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlertContact {
    /// The user's id, which is saved.
    pub id: String,
    /// The user's name, or the id if the backend no longer knows the user.
    pub name: String,
    /// The email address, shown beside the name.
    pub email: String,
}

impl AlertContact {
    /// Converts a user of the account.
    pub fn of_user(user: &User) -> Self {
        Self { id: user.id.clone(), name: user.name.clone(), email: user.email.clone() }
    }
}

/// The values of the seven fields.
#[derive(Clone, Debug, Default, PartialEq, Store, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    pub alert_contacts: Vec<AlertContact>,
    pub technical_emergency: Vec<String>,
    pub technical_non_emergency: Vec<String>,
    pub merchant_issues: Vec<String>,
    pub operational_platform: Vec<String>,
    pub operational_shared: String,
    pub operational_support: Vec<ScheduleForm>,
}

impl ContactForm {
    /// Creates the form of a document.
    pub fn of_document(document: &ContactInformationDocument) -> Self {
        Self::of_input(&document.contact_information, &document.alert_contact_users)
    }

    /// Creates the form of any contact information. `users` are the users that the alert contacts
    /// may refer to.
    pub fn of_input(input: &ContactInformationInput, users: &[User]) -> Self {
        let contact = |id: &String| {
            let user = users.iter().find(|user| user.id == *id);
            let gone = || AlertContact { id: id.clone(), name: id.clone(), email: String::new() };
            user.map_or_else(gone, AlertContact::of_user)
        };
        Self {
            alert_contacts: input.alert_contacts.iter().map(contact).collect(),
            technical_emergency: input.technical_emergency.clone(),
            technical_non_emergency: input.technical_non_emergency.clone(),
            merchant_issues: input.merchant_issues.clone(),
            operational_platform: input.operational_platform.clone(),
            operational_shared: input.operational_shared.clone(),
            operational_support: schedule_forms(&input.operational_support),
        }
    }

    /// Copies a field's value from another form.
    pub fn copy_field_from(&mut self, other: &Self, field: ContactField) {
        match field {
            ContactField::AlertContacts => self.alert_contacts.clone_from(&other.alert_contacts),
            ContactField::OperationalShared => {
                self.operational_shared.clone_from(&other.operational_shared);
            }
            ContactField::OperationalSupport => {
                self.operational_support.clone_from(&other.operational_support);
            }
            ContactField::TechnicalEmergency
            | ContactField::TechnicalNonEmergency
            | ContactField::MerchantIssues
            | ContactField::OperationalPlatform => {
                if let Some(list) = self.addresses_mut(field) {
                    other.addresses(field).clone_into(list);
                }
            }
            ContactField::Unknown => {}
        }
    }

    /// Returns `true` if the field's value differs from the other form's.
    pub fn differs_in(&self, field: ContactField, other: &Self) -> bool {
        match field {
            ContactField::AlertContacts => self.alert_contacts != other.alert_contacts,
            ContactField::OperationalShared => self.operational_shared != other.operational_shared,
            ContactField::OperationalSupport => {
                self.operational_support != other.operational_support
            }
            ContactField::TechnicalEmergency
            | ContactField::TechnicalNonEmergency
            | ContactField::MerchantIssues
            | ContactField::OperationalPlatform => self.addresses(field) != other.addresses(field),
            ContactField::Unknown => false,
        }
    }

    /// Returns the entries of an address list. Empty for other fields.
    pub fn addresses(&self, field: ContactField) -> &[String] {
        match field {
            ContactField::TechnicalEmergency => &self.technical_emergency,
            ContactField::TechnicalNonEmergency => &self.technical_non_emergency,
            ContactField::MerchantIssues => &self.merchant_issues,
            ContactField::OperationalPlatform => &self.operational_platform,
            ContactField::AlertContacts
            | ContactField::OperationalShared
            | ContactField::OperationalSupport
            | ContactField::Unknown => &[],
        }
    }

    /// Returns the entries of an address list. `None` for other fields.
    pub fn addresses_mut(&mut self, field: ContactField) -> Option<&mut Vec<String>> {
        Some(match field {
            ContactField::TechnicalEmergency => &mut self.technical_emergency,
            ContactField::TechnicalNonEmergency => &mut self.technical_non_emergency,
            ContactField::MerchantIssues => &mut self.merchant_issues,
            ContactField::OperationalPlatform => &mut self.operational_platform,
            ContactField::AlertContacts
            | ContactField::OperationalShared
            | ContactField::OperationalSupport
            | ContactField::Unknown => return None,
        })
    }

    /// Converts the form to the contact information that a save sends.
    pub fn to_input(&self) -> ContactInformationInput {
        ContactInformationInput {
            alert_contacts: self.alert_contacts.iter().map(|contact| contact.id.clone()).collect(),
            technical_emergency: self.technical_emergency.clone(),
            technical_non_emergency: self.technical_non_emergency.clone(),
            merchant_issues: self.merchant_issues.clone(),
            operational_platform: self.operational_platform.clone(),
            operational_shared: self.operational_shared.clone(),
            operational_support: schedule_inputs(&self.operational_support),
        }
    }
}
