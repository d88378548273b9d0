//! Serves the `OpenAPI` document of this process.

mod limits;

use std::sync::Arc;

use axum::{
    Extension,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::paths;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::http::extract::session_cookie_name;

const BEARER_TOKEN: &str = "bearer_token";
const OPERATOR_TOKEN: &str = "operator_token";
const SESSION: &str = "session_cookie";

/// The document as JSON, generated once from the routes.
#[derive(Clone, Debug)]
pub(crate) struct OpenApiDocument(pub(crate) Arc<str>);

impl OpenApiDocument {
    /// Serialises the document with the limits that the types do not express.
    pub(crate) fn write(document: &Document) -> Result<Self, serde_json::Error> {
        let mut document = serde_json::to_value(document)?;
        limits::add_to(&mut document);
        Ok(Self(document.to_string().into()))
    }
}

/// The general part of the `OpenAPI` document, without the routes.
#[derive(OpenApi)]
#[openapi(modifiers(&SecuritySchemes), security(("bearer_token" = []), ("session_cookie" = [])), info(
    title = "Partner Portal",
    description = "Who is signed in, the account's contact information, and whether it is \
                   complete. Every refusal is a problem document (RFC 9457) with a code. A request \
                   may name the user that it is meant for in `x-partner-portal-user` \
                   (percent-encoded); if another user is signed in, the response is 401 \
                   `signed_out`."
))]
pub(crate) struct Description;

/// The ways in which a request authenticates.
struct SecuritySchemes;

impl Modify for SecuritySchemes {
    fn modify(&self, document: &mut Document) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("Of the identity provider; RS256, ES256 or HS256 by configuration."));
        let cookie = ApiKeyValue::with_description(
            session_cookie_name(true).to_owned(),
            format!(
                "Of `POST /session`, for pages of the same origin; `{}` over plain HTTP. A write also \
                 needs the header `x-partner-portal`.",
                session_cookie_name(false)
            ),
        );
        let operator = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("Of the operator's own systems, by `token create`."));
        let components = document.components.get_or_insert_default();
        components.add_security_scheme(BEARER_TOKEN, SecurityScheme::Http(bearer.build()));
        components.add_security_scheme(OPERATOR_TOKEN, SecurityScheme::Http(operator.build()));
        components.add_security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// Returns this document
#[utoipa::path(get, path = paths::OPENAPI, tag = "description", security(()),
    responses((status = 200, description = "OpenAPI 3.1", body = Object)))]
pub(crate) async fn get_openapi(Extension(document): Extension<OpenApiDocument>) -> Response {
    let json = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (json, document.0.to_string()).into_response()
}
