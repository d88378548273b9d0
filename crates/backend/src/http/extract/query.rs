//! Parses query parameters and refuses invalid values.

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use partner_portal_contract::{Environment, ProblemCode};
use serde::{Deserialize, de::DeserializeOwned};
use utoipa::IntoParams;

use crate::http::error::ApiError;

/// The query as `T`. An invalid query is refused with 400.
#[derive(Clone, Copy, Debug)]
pub struct ValidQuery<T>(pub T);

/// The query of requests that depend on the environment.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EnvironmentQuery {
    /// The environment whose requirements apply.
    pub environment: Environment,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for ValidQuery<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        Query::from_request_parts(parts, state)
            .await
            .map(|Query(query)| Self(query))
            .map_err(|_| ProblemCode::InvalidParameter.into())
    }
}
