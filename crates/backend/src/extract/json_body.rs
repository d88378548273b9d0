//! A JSON body of a known shape and size.

use std::error::Error;

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use partner_portal_contract::ProblemCode;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::error::ApiError;

const MAX_BYTES: usize = 64 * 1024;

/// The body as `T`. Everything else is refused: another content type (415), more than 64 KiB
/// (413), no JSON (400), and unknown fields or wrong types (422).
#[derive(Clone, Copy, Debug)]
pub struct JsonBody<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
        if !is_json(request.headers()) {
            return Err(ProblemCode::UnsupportedMediaType.into());
        }
        let body = read(request.into_body()).await?;
        // First the syntax of the whole, then the shape: otherwise it would depend on the order
        // of two mistakes which of them is named.
        serde_json::from_slice::<IgnoredAny>(&body).map_err(|_| ProblemCode::MalformedJson)?;
        let parsed = serde_json::from_slice(&body).map_err(|error| {
            if error.is_data() { ProblemCode::InvalidBody } else { ProblemCode::MalformedJson }
        })?;
        Ok(Self(parsed))
    }
}

async fn read(body: Body) -> Result<axum::body::Bytes, ProblemCode> {
    to_bytes(body, MAX_BYTES).await.map_err(|error| {
        let too_large =
            error.source().is_some_and(<dyn Error>::is::<http_body_util::LengthLimitError>);
        if too_large { ProblemCode::BodyTooLarge } else { ProblemCode::MalformedJson }
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| {
        let essence = value.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("application/json")
    })
}
