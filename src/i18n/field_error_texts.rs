//! The sentences for field errors.

use partner_portal_contract::{
    FieldErrorCode,
    email_address::{MAX_ADDRESS_OCTETS, MAX_LOCAL_PART_OCTETS},
    users::MAX_NAME_CHARACTERS,
};

use super::{I18n, Text, clock_time, number, shows_twelve_hours};

/// Returns the sentence that tells what is wrong and how to correct it. General limits are filled
/// in, and so are the `values` of this error.
pub fn field_error_sentence(i18n: I18n, code: FieldErrorCode, values: &[(&str, &str)]) -> String {
    let limits = limits(i18n, code);
    let limits = limits.iter().map(|(name, value)| (*name, value.as_str()));
    let values: Vec<_> = limits.chain(values.iter().copied()).collect();
    i18n.with(field_error_text(code), &values)
}

fn limits(i18n: I18n, code: FieldErrorCode) -> Vec<(&'static str, String)> {
    let longest = match code {
        FieldErrorCode::EmailLocalPartTooLong => MAX_LOCAL_PART_OCTETS,
        FieldErrorCode::EmailTooLong => MAX_ADDRESS_OCTETS,
        FieldErrorCode::NameTooLong => MAX_NAME_CHARACTERS,
        FieldErrorCode::OpensInvalid => return times(i18n, LAST_MINUTE, 9 * 60),
        FieldErrorCode::ClosesInvalid => return times(i18n, LAST_MINUTE + 1, 17 * 60),
        _ => return Vec::new(),
    };
    vec![("max", number(i18n, longest))]
}

/// 23:59, in minutes since midnight.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// Returns the accepted times, as the boxes show them. On a 12-hour clock the end of the day has
/// the same text as its start, so the limit shown is the last minute.
fn times(i18n: I18n, latest: u16, example: u16) -> Vec<(&'static str, String)> {
    let latest = if shows_twelve_hours(i18n) { LAST_MINUTE } else { latest };
    let time = |minutes| clock_time(i18n, minutes);
    vec![("earliest", time(0)), ("latest", time(latest)), ("example", time(example))]
}

/// Returns the text of an error code. A missing value is not described here, because each field has
/// its own text for it.
const fn field_error_text(code: FieldErrorCode) -> Text {
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
        FieldErrorCode::NameHasLink => Text::ErrorNameLink,
        FieldErrorCode::RoleUnavailable => Text::ErrorRoleUnavailable,
        FieldErrorCode::Required | FieldErrorCode::Unknown => Text::ErrorOther,
    }
}
