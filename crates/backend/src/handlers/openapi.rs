//! The description of everything that this process answers.

use std::sync::Arc;

use axum::{
    Extension,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::paths;
use utoipa::OpenApi;

/// The document in JSON, made once from the routes.
#[derive(Clone, Debug)]
pub(crate) struct OpenApiDocument(pub(crate) Arc<str>);

/// What the document says besides the routes.
#[derive(OpenApi)]
#[openapi(info(
    title = "Partner Portal",
    description = "Who is signed in, the account's contact information, and whether it is \
                   complete. Every refusal is a problem document (RFC 9457) with a code. A request \
                   may name the user that it is meant for in `x-partner-portal-user` \
                   (percent-encoded); when somebody else is signed in, the answer is 401 \
                   `signed_out`."
))]
pub(crate) struct Description;

/// This document
#[utoipa::path(get, path = paths::OPENAPI, tag = "description",
    responses((status = 200, description = "OpenAPI 3.1", body = Object)))]
pub(crate) async fn get_openapi(Extension(document): Extension<OpenApiDocument>) -> Response {
    let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (json, document.0.to_string()).into_response()
}
