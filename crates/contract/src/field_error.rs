//! What can be wrong with a field of the contact information, as it travels: codes only.

use serde::{Deserialize, Serialize};

use crate::ContactField;

/// One thing that is wrong with one field: of the contact information, unless said otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError<Field = ContactField> {
    /// The field.
    pub field: Field,
    /// The entry of the field's list, from 0; absent when the error is about the whole field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// What is wrong.
    pub code: FieldErrorCode,
    /// What a sentence about the error needs to know.
    #[serde(default, skip_serializing_if = "FieldErrorParams::is_empty")]
    pub params: FieldErrorParams,
}

impl<Field> FieldError<Field> {
    /// An error about the whole field.
    pub fn of_field(field: Field, code: FieldErrorCode) -> Self {
        Self { field, index: None, code, params: FieldErrorParams::default() }
    }

    /// An error about one entry of the field's list.
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
    /// With `too_many`: how many entries there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// With `duplicate`: the entry that came first, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u32>,
    /// Within operational support: the hours entry of the schedule, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
}

impl FieldErrorParams {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is wrong with a field or one of its entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldErrorCode {
    /// The field is required and empty.
    Required,
    /// The list is longer than `params.max`: it has `params.count` entries.
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
    /// More than one address, or text around the address.
    EmailNotOneAddress,
    /// No `@`, or more than one.
    EmailAtSign,
    /// A control, bidirectional-control, invisible or private-use character.
    EmailForbiddenCharacter,
    /// A quoted local part or an address literal.
    EmailUnsupportedForm,
    /// The part before the `@` is empty, or has a character or a dot where none may be.
    EmailLocalPart,
    /// The part before the `@` is over 64 octets.
    EmailLocalPartTooLong,
    /// The part after the `@` is no host name.
    EmailDomain,
    /// The part after the `@` has no dot.
    EmailDomainWithoutDot,
    /// The address is over 254 octets.
    EmailTooLong,
    /// The schedule names no time zone.
    TimeZoneMissing,
    /// The time zone is not in the IANA list.
    TimeZoneUnknown,
    /// The schedule has no hours.
    HoursMissing,
    /// The hours are for no day.
    DaysMissing,
    /// No opening time.
    OpensMissing,
    /// The opening time is not `00:00` to `23:59`.
    OpensInvalid,
    /// No closing time.
    ClosesMissing,
    /// The closing time is not `00:00` to `24:00`.
    ClosesInvalid,
    /// The name is over 200 characters.
    NameTooLong,
    /// A line break, or a control, bidirectional-control, invisible or private-use character.
    NameForbiddenCharacter,
    /// A web address, or words with a dot between them that look like one.
    NameHasLink,
    /// The account's integration type does not have the role.
    RoleUnavailable,
    /// A code that a newer backend knows.
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
