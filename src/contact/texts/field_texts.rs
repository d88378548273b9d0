//! Maps fields and their errors to sentences.

use partner_portal_contract::{ContactField, FieldError, FieldErrorCode};

use crate::i18n::{I18n, Text, field_error_sentence, number};

/// Returns the field's name.
pub fn label(i18n: I18n, field: ContactField, platform: &str) -> String {
    let text = match field {
        ContactField::AlertContacts => Text::AlertContacts,
        ContactField::TechnicalEmergency => Text::TechnicalEmergency,
        ContactField::TechnicalNonEmergency => Text::TechnicalNonEmergency,
        ContactField::MerchantIssues => Text::MerchantIssues,
        ContactField::OperationalPlatform => Text::OperationalPlatform,
        ContactField::OperationalShared => Text::OperationalShared,
        ContactField::OperationalSupport => Text::OperationalSupport,
        ContactField::Unknown => Text::UnknownField,
    };
    i18n.with(text, &[("platform", platform)])
}

/// Returns the purpose of the field.
pub fn purpose(field: ContactField) -> Text {
    match field {
        ContactField::AlertContacts => Text::AlertContactsPurpose,
        ContactField::TechnicalEmergency => Text::TechnicalEmergencyPurpose,
        ContactField::TechnicalNonEmergency => Text::TechnicalNonEmergencyPurpose,
        ContactField::MerchantIssues => Text::MerchantIssuesPurpose,
        ContactField::OperationalPlatform => Text::OperationalPlatformPurpose,
        ContactField::OperationalShared => Text::OperationalSharedPurpose,
        ContactField::OperationalSupport | ContactField::Unknown => Text::OperationalSupportPurpose,
    }
}

/// Returns the hint on the field's input, if there is one.
pub fn hint(field: ContactField, is_deferred: bool) -> Option<Text> {
    match field {
        ContactField::AlertContacts if is_deferred => Some(Text::AlertContactsOnlyInProduction),
        ContactField::TechnicalEmergency => Some(Text::TechnicalEmergencyHint),
        ContactField::OperationalShared => Some(Text::OperationalSharedHint),
        ContactField::OperationalSupport => Some(Text::OperationalSupportHint),
        _ => None,
    }
}

/// Returns the badge that names the value's audience, if the field has one.
pub fn badge(field: ContactField) -> Option<Text> {
    match field {
        ContactField::OperationalPlatform => Some(Text::OnlyPlatformSees),
        ContactField::OperationalShared => Some(Text::SharedWithUsers),
        _ => None,
    }
}

/// Returns the sentence that explains an error and its correction.
pub fn error(i18n: I18n, error: &FieldError) -> String {
    let params = &error.params;
    let number = |value: Option<u32>| number(i18n, value.unwrap_or_default() as usize);
    let first = number(params.first.map(|first| first + 1));
    let values =
        [("max", &*number(params.max)), ("count", &number(params.count)), ("first", &first)];
    match error.code {
        FieldErrorCode::Required => i18n.text(required_text(error.field)),
        code => field_error_sentence(i18n, code, &values),
    }
}

fn required_text(field: ContactField) -> Text {
    match field {
        ContactField::AlertContacts => Text::ErrorRequiredUsers,
        ContactField::OperationalSupport => Text::ErrorRequiredSchedules,
        ContactField::OperationalShared => Text::ErrorRequiredAddress,
        _ => Text::ErrorRequiredAddresses,
    }
}
