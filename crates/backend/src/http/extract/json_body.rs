//! Parses a JSON body with a known structure and a maximum size.

use std::{error::Error, iter};

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use http_body_util::LengthLimitError;
use partner_portal_contract::ProblemCode;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use tower_http::timeout::TimeoutError;

use crate::http::error::ApiError;

/// The maximum size of a body in bytes.
pub(crate) const MAX_BODY_OCTETS: usize = 64 * 1024;

/// The body as `T`. Everything else is refused: another content type (415), more than `MAX_OCTETS` (413),
/// a body that does not arrive in time (408), invalid JSON (400), and unknown fields or wrong types
/// (422).
#[derive(Clone, Copy, Debug)]
pub struct JsonBody<T, const MAX_OCTETS: usize = MAX_BODY_OCTETS>(pub T);

impl<S: Sync, T: DeserializeOwned + Serialize, const MAX_OCTETS: usize> FromRequest<S>
    for JsonBody<T, MAX_OCTETS>
{
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, Self::Rejection> {
        if !is_json(request.headers()) {
            return Err(ProblemCode::UnsupportedMediaType.into());
        }
        let body = read(request.into_body(), MAX_OCTETS).await?;
        // Checks the syntax of the whole body before its structure. Otherwise the order of two
        // mistakes would determine which one is reported.
        let sent: Value = serde_json::from_slice(&body).map_err(|_| ProblemCode::MalformedJson)?;
        // The body is valid JSON, so any error now concerns its structure. The parser's own
        // category would be wrong for a `null` in place of an enumeration.
        let parsed: T = serde_json::from_slice(&body).map_err(|_| ProblemCode::InvalidBody)?;
        let understood = serde_json::to_value(&parsed).map_err(|_| ProblemCode::Internal)?;
        if has_array_for_object(&sent, &understood) {
            return Err(ProblemCode::InvalidBody.into());
        }
        Ok(Self(parsed))
    }
}

/// Finds arrays in place of objects. Serde also parses a struct from an array of its fields in
/// order, but no client sends that on purpose.
fn has_array_for_object(sent: &Value, understood: &Value) -> bool {
    match (sent, understood) {
        (Value::Array(_), Value::Object(_)) => true,
        (Value::Array(sent), Value::Array(understood)) => {
            sent.iter().zip(understood).any(|(one, other)| has_array_for_object(one, other))
        }
        (Value::Object(sent), Value::Object(understood)) => sent.iter().any(|(name, one)| {
            understood.get(name).is_some_and(|other| has_array_for_object(one, other))
        }),
        _ => false,
    }
}

async fn read(body: Body, max_octets: usize) -> Result<axum::body::Bytes, ProblemCode> {
    to_bytes(body, max_octets).await.map_err(|error| {
        if is_caused_by::<LengthLimitError>(&error) {
            ProblemCode::BodyTooLarge
        } else if is_caused_by::<TimeoutError>(&error) {
            ProblemCode::RequestTimeout
        } else {
            ProblemCode::MalformedJson
        }
    })
}

fn is_caused_by<Cause: Error + 'static>(error: &(dyn Error + 'static)) -> bool {
    iter::successors(Some(error), |&error| error.source()).any(<dyn Error>::is::<Cause>)
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|value| {
        let essence = value.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("application/json")
    })
}
