//! All errors as they travel: codes, no sentences. The frontend's `i18n` has the sentences.

use serde::{Deserialize, Serialize};

use crate::{ContactField, field_error::FieldError};

/// An RFC 9457 problem document (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem<Field = ContactField> {
    /// A URI reference that identifies the kind of problem: `/problems/{code}`.
    #[serde(rename = "type")]
    pub kind: String,
    /// An explanation for developers; never shown to partners.
    pub title: String,
    /// The HTTP status of the response.
    pub status: u16,
    /// The kind of error, from a closed list.
    pub code: ProblemCode,
    /// The request's `x-request-id`, for the support team.
    pub request_id: String,
    /// With [`ProblemCode::ContactInformationInvalid`] and [`ProblemCode::UserInvalid`]: all errors
    /// of all fields.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError<Field>>,
}

/// The kind of error of a failed request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// 400: the body is not JSON.
    MalformedJson,
    /// 400: a query parameter or a header has an invalid value.
    InvalidParameter,
    /// 401: no user is signed in, or the session has ended.
    SignedOut,
    /// 403: a write lacks the header that proves that our own page sent it.
    CsrfHeaderMissing,
    /// 403: a page of another origin sent a write.
    ForeignOrigin,
    /// 403: the user's role does not allow the request.
    NotPermitted,
    /// 403: the account's contact information is not complete.
    ContactInformationRequired,
    /// 404: the resource does not exist or is not visible to this user.
    NotFound,
    /// 405: the path exists, but not with this method.
    MethodNotAllowed,
    /// 408: the body did not arrive in time.
    RequestTimeout,
    /// 409: a user of the account already has this e-mail address.
    EmailTaken,
    /// 409: the account would be left without an administrator.
    LastAdministrator,
    /// 409: this user is the last alert contact; the request must name a replacement.
    UserIsLastAlertContact,
    /// 409: the invitation has already been accepted.
    InvitationAccepted,
    /// 409: the contact information is complete, so a reminder is unnecessary.
    AlreadyComplete,
    /// 409: no user of the account can edit the contact information, so there is no recipient for a
    /// reminder.
    #[serde(rename = "nobody_to_remind")]
    NoEditorToRemind,
    /// 412: another save came first; the response's `ETag` is the current one.
    RevisionStale,
    /// 413: the body is over 64 KiB.
    BodyTooLarge,
    /// 415: the body is not declared as `application/json`.
    UnsupportedMediaType,
    /// 422: the JSON contains an unknown field or a value of the wrong type.
    InvalidBody,
    /// 422: the contact information violates a rule; see [`Problem::errors`].
    ContactInformationInvalid,
    /// 422: a name, address or role violates a rule; see [`Problem::errors`].
    UserInvalid,
    /// 422: an account that the operator sent violates a rule; see [`Problem::errors`].
    AccountInvalid,
    /// 422: the request names more than 1,000 accounts.
    TooManyAccounts,
    /// 422: the replacement is not another active user of the account.
    ReplacementNotPossible,
    /// 422: the same `Idempotency-Key` was sent with a different body.
    IdempotencyKeyReused,
    /// 428: a write lacks `If-Match`.
    IfMatchRequired,
    /// 429: too many requests; see `Retry-After`.
    RateLimited,
    /// 429: too many invitations to this address within a day; see `Retry-After`.
    RecipientRateLimited,
    /// 429: a reminder has already been sent; see `Retry-After`.
    ReminderAlreadySent,
    /// 500: a defect or a failure of the backend.
    Internal,
    /// 503: the backend cannot reach its database.
    Unavailable,
    /// A code that only a newer backend knows.
    #[serde(other)]
    Unknown,
}

impl ProblemCode {
    /// Every code that this build knows.
    pub const ALL: [Self; 32] = [
        Self::MalformedJson,
        Self::InvalidParameter,
        Self::SignedOut,
        Self::CsrfHeaderMissing,
        Self::ForeignOrigin,
        Self::NotPermitted,
        Self::ContactInformationRequired,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::RequestTimeout,
        Self::EmailTaken,
        Self::LastAdministrator,
        Self::UserIsLastAlertContact,
        Self::InvitationAccepted,
        Self::AlreadyComplete,
        Self::NoEditorToRemind,
        Self::RevisionStale,
        Self::BodyTooLarge,
        Self::UnsupportedMediaType,
        Self::InvalidBody,
        Self::ContactInformationInvalid,
        Self::UserInvalid,
        Self::AccountInvalid,
        Self::TooManyAccounts,
        Self::ReplacementNotPossible,
        Self::IdempotencyKeyReused,
        Self::IfMatchRequired,
        Self::RateLimited,
        Self::RecipientRateLimited,
        Self::ReminderAlreadySent,
        Self::Internal,
        Self::Unavailable,
    ];

    /// Returns the name used on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MalformedJson => "malformed_json",
            Self::InvalidParameter => "invalid_parameter",
            Self::SignedOut => "signed_out",
            Self::CsrfHeaderMissing => "csrf_header_missing",
            Self::ForeignOrigin => "foreign_origin",
            Self::NotPermitted => "not_permitted",
            Self::ContactInformationRequired => "contact_information_required",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::RequestTimeout => "request_timeout",
            Self::EmailTaken => "email_taken",
            Self::LastAdministrator => "last_administrator",
            Self::UserIsLastAlertContact => "user_is_last_alert_contact",
            Self::InvitationAccepted => "invitation_accepted",
            Self::AlreadyComplete => "already_complete",
            Self::NoEditorToRemind => "nobody_to_remind",
            Self::RevisionStale => "revision_stale",
            Self::BodyTooLarge => "body_too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::InvalidBody => "invalid_body",
            Self::ContactInformationInvalid => "contact_information_invalid",
            Self::UserInvalid => "user_invalid",
            Self::AccountInvalid => "account_invalid",
            Self::TooManyAccounts => "too_many_accounts",
            Self::ReplacementNotPossible => "replacement_not_possible",
            Self::IdempotencyKeyReused => "idempotency_key_reused",
            Self::IfMatchRequired => "if_match_required",
            Self::RateLimited => "rate_limited",
            Self::RecipientRateLimited => "recipient_rate_limited",
            Self::ReminderAlreadySent => "reminder_already_sent",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
            Self::Unknown => "unknown",
        }
    }

    /// Returns the HTTP status of the code.
    pub const fn status(self) -> u16 {
        match self {
            Self::MalformedJson | Self::InvalidParameter => 400,
            Self::SignedOut => 401,
            Self::CsrfHeaderMissing
            | Self::ForeignOrigin
            | Self::NotPermitted
            | Self::ContactInformationRequired => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::RequestTimeout => 408,
            Self::EmailTaken
            | Self::LastAdministrator
            | Self::UserIsLastAlertContact
            | Self::InvitationAccepted
            | Self::AlreadyComplete
            | Self::NoEditorToRemind => 409,
            Self::RevisionStale => 412,
            Self::BodyTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::InvalidBody
            | Self::ContactInformationInvalid
            | Self::UserInvalid
            | Self::AccountInvalid
            | Self::TooManyAccounts
            | Self::ReplacementNotPossible
            | Self::IdempotencyKeyReused => 422,
            Self::IfMatchRequired => 428,
            Self::RateLimited | Self::RecipientRateLimited | Self::ReminderAlreadySent => 429,
            Self::Internal | Self::Unknown => 500,
            Self::Unavailable => 503,
        }
    }
}
