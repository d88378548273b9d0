//! An account as the operator sends it, and its validation.

use serde::{Deserialize, Serialize};

use super::{AccountError, AccountErrorCode, AccountField, OperatorBrand, PartnerId};
use crate::{
    EmailAddress, ReferenceData,
    email_address::{is_forbidden, is_joiner},
    language::Language,
};

/// The maximum number of Unicode scalar values in the name of an account or a brand.
pub const MAX_ACCOUNT_NAME_CHARACTERS: usize = 200;
/// The maximum number of brands of an account.
pub const MAX_BRANDS: usize = 100;

/// The request body of `PUT /operator/accounts/{partner_id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OperatorAccountInput {
    /// The partner's name.
    pub name: String,
    /// The id of an integration type that the platform offers.
    pub integration_type: String,
    /// The partner's brands, of which exactly one is the default.
    pub brands: Vec<OperatorBrand>,
    /// The language of users for whom no other one is given; English by default.
    #[serde(default)]
    pub language: Language,
}

/// A validated account. The only constructor is [`OperatorAccountInput::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    partner_id: PartnerId,
    name: String,
    integration_type: String,
    brands: Vec<OperatorBrand>,
    language: Language,
}

impl OperatorAccountInput {
    /// Validates every field. `is_offered` tells whether the platform offers an integration type.
    ///
    /// # Errors
    /// All errors of all fields at once.
    pub fn parse(
        self,
        partner_id: &str,
        is_offered: impl Fn(&str) -> bool,
        reference: &dyn ReferenceData,
    ) -> Result<NewAccount, Vec<AccountError>> {
        let mut errors = Vec::new();
        let partner_id = PartnerId::parse(partner_id)
            .map_err(|code| errors.push(AccountError::of_field(AccountField::PartnerId, code)));
        let name = name(&self.name, reference)
            .map_err(|code| errors.push(AccountError::of_field(AccountField::Name, code)));
        if !is_offered(&self.integration_type) {
            let code = AccountErrorCode::UnknownIntegrationType;
            errors.push(AccountError::of_field(AccountField::IntegrationType, code));
        }
        let brands = parse_brands(&self.brands, reference, &mut errors);
        match (partner_id, name) {
            (Ok(partner_id), Ok(name)) if errors.is_empty() => Ok(NewAccount {
                partner_id,
                name,
                integration_type: self.integration_type,
                brands,
                language: self.language,
            }),
            _ => Err(errors),
        }
    }
}

#[expect(missing_docs, reason = "the names say it")]
impl NewAccount {
    pub fn partner_id(&self) -> &str {
        self.partner_id.as_str()
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn integration_type(&self) -> &str {
        &self.integration_type
    }

    /// Returns the brands, of which exactly one is the default.
    pub fn brands(&self) -> &[OperatorBrand] {
        &self.brands
    }

    pub fn language(&self) -> Language {
        self.language
    }
}

fn parse_brands(
    brands: &[OperatorBrand],
    reference: &dyn ReferenceData,
    errors: &mut Vec<AccountError>,
) -> Vec<OperatorBrand> {
    use AccountField::{BrandId, BrandName, BrandSupportEmail, Brands};
    if brands.len() > MAX_BRANDS {
        errors.push(AccountError::of_field(Brands, AccountErrorCode::TooLong));
        return Vec::new();
    }
    if brands.is_empty() {
        errors.push(AccountError::of_field(Brands, AccountErrorCode::Required));
    } else if brands.iter().filter(|brand| brand.is_default).count() != 1 {
        errors.push(AccountError::of_field(Brands, AccountErrorCode::NotOneDefault));
    }
    let mut parsed: Vec<OperatorBrand> = Vec::new();
    for (index, brand) in brands.iter().enumerate() {
        let mut wrong = |field, code| errors.push(AccountError::of_brand(field, index, code));
        let id = PartnerId::parse(&brand.id).map(|id| id.as_str().to_owned());
        let id = id.map_err(|code| wrong(BrandId, code)).unwrap_or_default();
        if !id.is_empty() && parsed.iter().any(|other| other.id == id) {
            wrong(BrandId, AccountErrorCode::Duplicate);
        }
        let name = name(&brand.name, reference).map_err(|code| wrong(BrandName, code));
        let email = EmailAddress::parse(&brand.support_email, reference)
            .map_err(|_| wrong(BrandSupportEmail, AccountErrorCode::InvalidEmail));
        parsed.push(OperatorBrand {
            id,
            name: name.unwrap_or_default(),
            support_email: email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
            is_default: brand.is_default,
        });
    }
    parsed
}

/// Parses the name of a company or a brand. In contrast to a person's name it may look like a web
/// address, as `Booking.example` does.
fn name(text: &str, reference: &dyn ReferenceData) -> Result<String, AccountErrorCode> {
    let text = if text.is_ascii() { text.to_owned() } else { reference.nfc(text) };
    let text = text.trim();
    if text.chars().all(|c| c.is_whitespace() || is_joiner(c)) {
        return Err(AccountErrorCode::Required);
    }
    let is_hidden = |c: char| is_forbidden(c) && !is_joiner(c);
    if text
        .contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_hidden(c))
    {
        return Err(AccountErrorCode::ForbiddenCharacter);
    }
    if text.chars().count() > MAX_ACCOUNT_NAME_CHARACTERS {
        return Err(AccountErrorCode::TooLong);
    }
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
