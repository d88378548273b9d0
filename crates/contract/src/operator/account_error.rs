//! The errors of an account that the operator sends.

use serde::{Deserialize, Serialize};

/// An error in one field of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountError {
    /// The field.
    pub field: AccountField,
    /// The index of the brand, from 0; absent if the error concerns the whole field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// The kind of error.
    pub code: AccountErrorCode,
}

/// A field of an account, or a property of one of its brands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum AccountField {
    PartnerId,
    Name,
    IntegrationType,
    Brands,
    BrandId,
    BrandName,
    BrandSupportEmail,
}

/// The kind of an error in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccountErrorCode {
    /// The field is empty.
    Required,
    /// The text or the list is too long.
    TooLong,
    /// The text contains a control, bidirectional-control or invisible character, or white space at
    /// its ends.
    ForbiddenCharacter,
    /// The platform offers no integration type with this id.
    UnknownIntegrationType,
    /// The text is no e-mail address.
    InvalidEmail,
    /// Another brand of the account has the same id.
    Duplicate,
    /// Not exactly one brand is the default.
    NotOneDefault,
}

impl AccountError {
    /// Returns an error about a whole field.
    pub fn of_field(field: AccountField, code: AccountErrorCode) -> Self {
        Self { field, index: None, code }
    }

    /// Returns an error about a property of a brand.
    pub fn of_brand(field: AccountField, index: usize, code: AccountErrorCode) -> Self {
        Self { field, index: Some(u32::try_from(index).unwrap_or(u32::MAX)), code }
    }
}
