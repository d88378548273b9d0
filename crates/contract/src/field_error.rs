//! Validation errors of fields as they travel: codes, no sentences.

use serde::{Deserialize, Serialize};

use crate::ContactField;

/// A validation error of one field. Fields are those of the contact information by default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError<Field = ContactField> {
    /// The field.
    pub field: Field,
    /// The index of the entry in the field's list, from 0; absent if the error concerns the whole
    /// field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// The kind of error.
    pub code: FieldErrorCode,
    /// Values for the error's sentence.
    #[serde(default, skip_serializing_if = "FieldErrorParams::is_empty")]
    pub params: FieldErrorParams,
}

impl<Field> FieldError<Field> {
    /// Returns an error about the whole field.
    pub fn of_field(field: Field, code: FieldErrorCode) -> Self {
        Self { field, index: None, code, params: FieldErrorParams::default() }
    }

    /// Returns an error about one entry of the field's list.
    pub fn of_entry(field: Field, index: usize, code: FieldErrorCode) -> Self {
        let index = Some(u32::try_from(index).unwrap_or(u32::MAX));
        Self { field, index, code, params: FieldErrorParams::default() }
    }
}

/// Details of a [`FieldError`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldErrorParams {
    /// With `too_many`: the largest allowed number of entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// With `too_many`: the actual number of entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// With `duplicate`: the index of the first occurrence, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u32>,
    /// Within operational support: the index of the hours entry in its schedule, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
}

impl FieldErrorParams {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The kind of a validation error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldErrorCode {
    /// The field is required and empty.
    Required,
    /// The list has `params.count` entries, more than `params.max`.
    TooMany,
    /// The entry equals the one at `params.first`.
    Duplicate,
    /// The field is not part of this integration.
    NotPartOfIntegration,
    /// Alert contacts can only change in Production.
    OnlyInProduction,
    /// No active user of the account has this id.
    UnknownUser,
    /// The entry has no text.
    EmailEmpty,
    /// There is more than one address, or text around the address.
    EmailNotOneAddress,
    /// There is no `@`, or more than one.
    EmailAtSign,
    /// The text contains a control, bidirectional-control, invisible or private-use character.
    EmailForbiddenCharacter,
    /// The address has a quoted local part or is an address literal.
    EmailUnsupportedForm,
    /// The part before the `@` is empty, or contains an illegal character or a misplaced dot.
    EmailLocalPart,
    /// The part before the `@` is over 64 octets.
    EmailLocalPartTooLong,
    /// The part after the `@` is not a host name.
    EmailDomain,
    /// The part after the `@` has no dot.
    EmailDomainWithoutDot,
    /// The address is over 254 octets.
    EmailTooLong,
    /// The schedule has no time zone.
    TimeZoneMissing,
    /// The time zone is not in the IANA list.
    TimeZoneUnknown,
    /// The schedule has no hours.
    HoursMissing,
    /// The hours have no days.
    DaysMissing,
    /// The opening time is missing.
    OpensMissing,
    /// The opening time is not between `00:00` and `23:59`.
    OpensInvalid,
    /// The closing time is missing.
    ClosesMissing,
    /// The closing time is not between `00:00` and `24:00`.
    ClosesInvalid,
    /// The name is over 200 characters.
    NameTooLong,
    /// The name contains a line break, or a control, bidirectional-control, invisible or
    /// private-use character.
    NameForbiddenCharacter,
    /// The name contains a web address, or words joined by a dot that look like one.
    NameHasLink,
    /// The account's integration type does not have the role.
    RoleUnavailable,
    /// A code that only a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl FieldErrorCode {
    /// Every code that this build knows.
    pub const ALL: [Self; 28] = [
        Self::Required,
        Self::TooMany,
        Self::Duplicate,
        Self::NotPartOfIntegration,
        Self::OnlyInProduction,
        Self::UnknownUser,
        Self::EmailEmpty,
        Self::EmailNotOneAddress,
        Self::EmailAtSign,
        Self::EmailForbiddenCharacter,
        Self::EmailUnsupportedForm,
        Self::EmailLocalPart,
        Self::EmailLocalPartTooLong,
        Self::EmailDomain,
        Self::EmailDomainWithoutDot,
        Self::EmailTooLong,
        Self::TimeZoneMissing,
        Self::TimeZoneUnknown,
        Self::HoursMissing,
        Self::DaysMissing,
        Self::OpensMissing,
        Self::OpensInvalid,
        Self::ClosesMissing,
        Self::ClosesInvalid,
        Self::NameTooLong,
        Self::NameForbiddenCharacter,
        Self::NameHasLink,
        Self::RoleUnavailable,
    ];
}
