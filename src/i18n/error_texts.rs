//! Which sentence says what is wrong with a field.

use partner_portal_contract::FieldErrorCode;

use super::Text;

/// What is wrong and how to mend it. What is missing is said by whoever asks for it, in its words.
pub const fn field_error_text(code: FieldErrorCode) -> Text {
    match code {
        FieldErrorCode::TooMany => Text::ErrorTooMany,
        FieldErrorCode::Duplicate => Text::ErrorDuplicate,
        FieldErrorCode::NotPartOfIntegration => Text::ErrorNotPartOfIntegration,
        FieldErrorCode::OnlyInProduction => Text::AlertContactsOnlyInProduction,
        FieldErrorCode::UnknownUser => Text::ErrorUnknownUser,
        FieldErrorCode::EmailEmpty => Text::ErrorEmailEmpty,
        FieldErrorCode::EmailNotOneAddress => Text::ErrorEmailNotOneAddress,
        FieldErrorCode::EmailAtSign => Text::ErrorEmailAtSign,
        FieldErrorCode::EmailForbiddenCharacter => Text::ErrorEmailForbiddenCharacter,
        FieldErrorCode::EmailUnsupportedForm => Text::ErrorEmailUnsupportedForm,
        FieldErrorCode::EmailLocalPart => Text::ErrorEmailLocalPart,
        FieldErrorCode::EmailLocalPartTooLong => Text::ErrorEmailLocalPartTooLong,
        FieldErrorCode::EmailDomain => Text::ErrorEmailDomain,
        FieldErrorCode::EmailDomainWithoutDot => Text::ErrorEmailDomainWithoutDot,
        FieldErrorCode::EmailTooLong => Text::ErrorEmailTooLong,
        FieldErrorCode::TimeZoneMissing => Text::ErrorTimeZoneMissing,
        FieldErrorCode::TimeZoneUnknown => Text::ErrorTimeZoneUnknown,
        FieldErrorCode::HoursMissing => Text::ErrorHoursMissing,
        FieldErrorCode::DaysMissing => Text::ErrorDaysMissing,
        FieldErrorCode::OpensMissing => Text::ErrorOpensMissing,
        FieldErrorCode::OpensInvalid => Text::ErrorOpensInvalid,
        FieldErrorCode::ClosesMissing => Text::ErrorClosesMissing,
        FieldErrorCode::ClosesInvalid => Text::ErrorClosesInvalid,
        FieldErrorCode::NameTooLong => Text::ErrorNameTooLong,
        FieldErrorCode::NameForbiddenCharacter => Text::ErrorNameCharacter,
        FieldErrorCode::RoleUnavailable => Text::ErrorRoleUnavailable,
        FieldErrorCode::Required | FieldErrorCode::Unknown => Text::ErrorOther,
    }
}
