//! Every error as it travels: codes only. Sentences for people live in the frontend's `i18n`.

use serde::{Deserialize, Serialize};

use crate::ContactField;

/// An RFC 9457 problem document (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that identifies the kind of problem: `/problems/{code}`.
    #[serde(rename = "type")]
    pub kind: String,
    /// For developers; never shown to partners.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// What went wrong, from a closed list.
    pub code: ProblemCode,
    /// The request's `x-request-id`, for the support team.
    pub request_id: String,
    /// With [`ProblemCode::ContactInformationInvalid`]: every error of every field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// What went wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// 400: the body is not JSON.
    MalformedJson,
    /// 400: a query parameter or a header has no usable value.
    InvalidParameter,
    /// 401: nobody is signed in, or the session has ended.
    SignedOut,
    /// 403: a write without the header that proves that our own page sent it.
    CsrfHeaderMissing,
    /// 403: the role does not allow it.
    NotPermitted,
    /// 403: the account's contact information is not complete.
    ContactInformationRequired,
    /// 404: nothing here that this person may know of.
    NotFound,
    /// 405: the path exists, the method does not.
    MethodNotAllowed,
    /// 412: somebody else has saved since; the answer's `ETag` is the current one.
    RevisionStale,
    /// 413: the body is over 64 KiB.
    BodyTooLarge,
    /// 415: the body is not declared as `application/json`.
    UnsupportedMediaType,
    /// 422: the JSON has an unknown field or a value of the wrong type.
    InvalidBody,
    /// 422: the contact information breaks a rule; see [`Problem::errors`].
    ContactInformationInvalid,
    /// 422: the same `Idempotency-Key` came with another body.
    IdempotencyKeyReused,
    /// 428: a write without `If-Match`.
    IfMatchRequired,
    /// 429: too many requests; see `Retry-After`.
    RateLimited,
    /// 500: a defect or a failure of the backend.
    Internal,
    /// 503: the backend cannot reach its database.
    Unavailable,
    /// A code that a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl ProblemCode {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MalformedJson => "malformed_json",
            Self::InvalidParameter => "invalid_parameter",
            Self::SignedOut => "signed_out",
            Self::CsrfHeaderMissing => "csrf_header_missing",
            Self::NotPermitted => "not_permitted",
            Self::ContactInformationRequired => "contact_information_required",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::RevisionStale => "revision_stale",
            Self::BodyTooLarge => "body_too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::InvalidBody => "invalid_body",
            Self::ContactInformationInvalid => "contact_information_invalid",
            Self::IdempotencyKeyReused => "idempotency_key_reused",
            Self::IfMatchRequired => "if_match_required",
            Self::RateLimited => "rate_limited",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
            Self::Unknown => "unknown",
        }
    }

    /// The HTTP status that goes with the code.
    pub const fn status(self) -> u16 {
        match self {
            Self::MalformedJson | Self::InvalidParameter => 400,
            Self::SignedOut => 401,
            Self::CsrfHeaderMissing | Self::NotPermitted | Self::ContactInformationRequired => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::RevisionStale => 412,
            Self::BodyTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::InvalidBody | Self::ContactInformationInvalid | Self::IdempotencyKeyReused => 422,
            Self::IfMatchRequired => 428,
            Self::RateLimited => 429,
            Self::Internal | Self::Unknown => 500,
            Self::Unavailable => 503,
        }
    }
}

/// One thing that is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The field.
    pub field: ContactField,
    /// The entry of the field's list, from 0; absent when the error is about the whole field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// What is wrong.
    pub code: FieldErrorCode,
    /// What a sentence about the error needs to know.
    #[serde(default, skip_serializing_if = "FieldErrorParams::is_empty")]
    pub params: FieldErrorParams,
}

impl FieldError {
    /// An error about the whole field.
    pub fn of_field(field: ContactField, code: FieldErrorCode) -> Self {
        Self { field, index: None, code, params: FieldErrorParams::default() }
    }

    /// An error about one entry of the field's list.
    pub fn of_entry(field: ContactField, index: usize, code: FieldErrorCode) -> Self {
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
    /// The list is longer than `params.max`.
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
    /// A code that a newer backend knows.
    #[serde(other)]
    Unknown,
}
