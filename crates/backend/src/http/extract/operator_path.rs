//! Reads the partner id and the address of a person from the paths of the operator's API.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use partner_portal_contract::{BundledReferenceData, ProblemCode, users::PersonAddress};
use serde::Deserialize;

use crate::http::error::ApiError;

/// The partner id in the path, decoded. It is not checked yet whether there is such an account.
#[derive(Clone, Debug)]
pub struct PartnerIdInPath(pub String);

/// The address in the path, decoded. A text that is no address is not checked here, because a write
/// reports it together with its other errors.
#[derive(Clone, Debug)]
pub struct EmailInPath(pub String);

impl EmailInPath {
    /// Returns the address, for requests that look for its user. A text that is no address has none.
    pub fn address(&self) -> Result<PersonAddress, ProblemCode> {
        PersonAddress::parse(&self.0, &BundledReferenceData).map_err(|_| ProblemCode::NotFound)
    }
}

#[derive(Deserialize)]
struct PartnerSegment {
    partner_id: String,
}

#[derive(Deserialize)]
struct EmailSegment {
    email: String,
}

impl<S: Send + Sync> FromRequestParts<S> for PartnerIdInPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let Path(path) = Path::<PartnerSegment>::from_request_parts(parts, state)
            .await
            .map_err(|_| ProblemCode::NotFound)?;
        Ok(Self(path.partner_id))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for EmailInPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let Path(path) = Path::<EmailSegment>::from_request_parts(parts, state)
            .await
            .map_err(|_| ProblemCode::NotFound)?;
        Ok(Self(path.email))
    }
}
