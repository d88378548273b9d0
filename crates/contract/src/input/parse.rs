//! Validates all fields together.

use super::{
    ContactInformationInput,
    addresses::{
        address_list_errors, parse_addresses, parse_shared_address, shared_address_errors,
    },
    alert_contacts::alert_contact_errors,
    operational_support::parse_schedules,
};
use crate::{ContactField, ContactInformation, EmailAddress, FieldError, Policy, ReferenceData};

impl ContactInformationInput {
    /// Validates every field. No rule involves two fields, so each field's errors are those that
    /// its own function returns.
    ///
    /// # Errors
    /// All errors of all fields at once, in display order.
    pub fn parse(
        &self,
        policy: &Policy,
        reference: &dyn ReferenceData,
    ) -> Result<ContactInformation, Vec<FieldError>> {
        let mut errors = alert_contact_errors(&self.alert_contacts, policy);
        let mut addresses = |field: ContactField, texts: &[String]| -> Vec<EmailAddress> {
            let entries = parse_addresses(texts, reference);
            errors.extend(address_list_errors(field, &entries, policy));
            entries.into_iter().flatten().collect()
        };
        let technical_emergency =
            addresses(ContactField::TechnicalEmergency, &self.technical_emergency);
        let technical_non_emergency =
            addresses(ContactField::TechnicalNonEmergency, &self.technical_non_emergency);
        let merchant_issues = addresses(ContactField::MerchantIssues, &self.merchant_issues);
        let operational_platform =
            addresses(ContactField::OperationalPlatform, &self.operational_platform);
        let shared = parse_shared_address(&self.operational_shared, reference);
        errors.extend(shared_address_errors(shared.as_ref(), policy));
        let schedules = parse_schedules(&self.operational_support, policy, reference);
        errors.extend(schedules.errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(ContactInformation {
            alert_contacts: self.alert_contacts.clone(),
            technical_emergency,
            technical_non_emergency,
            merchant_issues,
            operational_platform,
            operational_shared: shared.and_then(Result::ok),
            operational_support: schedules.parsed,
        })
    }
}
