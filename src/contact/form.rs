//! What is in the form's controls: plain data between the document and the draft.

use partner_portal_contract::{
    ContactInformationDraft, contact_information::ContactInformationDocument, users::User,
};
use reactive_stores::Store;

use crate::support_hours::{ScheduleForm, schedule_drafts, schedule_forms};

/// A user of the account, picked as an alert contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlertContact {
    /// The user's id: what is saved.
    pub id: String,
    /// What is shown: name, or the id when the backend no longer knows the user.
    pub name: String,
    /// Shown beside the name.
    pub email: String,
}

impl AlertContact {
    /// Of somebody in the list of users.
    pub fn of_user(user: &User) -> Self {
        Self { id: user.id.clone(), name: user.name.clone(), email: user.email.clone() }
    }
}

/// The seven fields.
#[derive(Clone, Debug, Default, PartialEq, Store)]
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
    /// The form that shows a document.
    pub fn of_document(document: &ContactInformationDocument) -> Self {
        let draft = &document.contact_information;
        let contact = |id: &String| {
            let user = document.alert_contact_users.iter().find(|user| user.id == *id);
            let gone = || AlertContact { id: id.clone(), name: id.clone(), email: String::new() };
            user.map_or_else(gone, AlertContact::of_user)
        };
        Self {
            alert_contacts: draft.alert_contacts.iter().map(contact).collect(),
            technical_emergency: draft.technical_emergency.clone(),
            technical_non_emergency: draft.technical_non_emergency.clone(),
            merchant_issues: draft.merchant_issues.clone(),
            operational_platform: draft.operational_platform.clone(),
            operational_shared: draft.operational_shared.clone(),
            operational_support: schedule_forms(&draft.operational_support),
        }
    }

    /// What a save sends.
    pub fn to_draft(&self) -> ContactInformationDraft {
        ContactInformationDraft {
            alert_contacts: self.alert_contacts.iter().map(|it| it.id.clone()).collect(),
            technical_emergency: self.technical_emergency.clone(),
            technical_non_emergency: self.technical_non_emergency.clone(),
            merchant_issues: self.merchant_issues.clone(),
            operational_platform: self.operational_platform.clone(),
            operational_shared: self.operational_shared.clone(),
            operational_support: schedule_drafts(&self.operational_support),
        }
    }
}
