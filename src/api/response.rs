//! Parses responses, and tells the backend's from those of a gateway in front of it.

use gloo_net::http::Response;
use serde::de::DeserializeOwned;
use web_sys::ResponseType;

use super::{ApiError, json};

/// Parses the body of a successful response.
pub(super) async fn parse<T: DeserializeOwned>(response: Response) -> Result<T, ApiError> {
    let body = accepted(response).await?.text().await.map_err(|_| ApiError::Unreachable)?;
    json::read(&body).map_err(|_| ApiError::Unreachable)
}

/// Returns the response if it is a success, else its error.
pub(super) async fn accepted(response: Response) -> Result<Response, ApiError> {
    if response.ok() {
        return Ok(response);
    }
    // The API never redirects. A gateway redirects to its sign-in page.
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(ApiError::signed_out());
    }
    let retry_after = response.headers().get("retry-after").and_then(|text| text.parse().ok());
    let status = response.status();
    let body = response.text().await.map_err(|_| ApiError::Unreachable)?;
    Err(ApiError::of_response(status, &body, retry_after))
}
