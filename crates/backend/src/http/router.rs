//! Connects paths and handlers. One list defines both the routes and the `OpenAPI` document.

use std::{path::Path, time::Duration};

use axum::{Extension, Router, response::IntoResponse, routing::get};
use partner_portal_contract::{ProblemCode, paths};
use tower_http::timeout::{RequestBodyDeadlineLayer, RequestBodyTimeoutLayer};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    demo, faults,
    handlers::{
        account, completion, contact_information, draft, health, onboarding_plan,
        openapi::{self, OpenApiDocument},
        operator, reminders, revisions, session, session_invitation, user, user_invitation, users,
    },
    http::{
        cors::{self, AllowedOrigin},
        error::ApiError,
        request_log, sign_in, static_files,
    },
    state::AppState,
};

/// The longest pause between two parts of a body.
const BODY_PAUSE: Duration = Duration::from_secs(30);
/// The time limit for a whole body. At 220 bytes per second, 64 KiB take that long.
const BODY_TIMEOUT: Duration = Duration::from_mins(5);

/// The settings that determine the routes.
pub(crate) struct RouterSettings<'a> {
    pub(crate) demo: bool,
    pub(crate) test_faults: bool,
    pub(crate) allowed_origins: &'a [AllowedOrigin],
    pub(crate) static_dir: &'a Path,
}

/// Creates the router of the server.
pub(crate) fn router(
    state: AppState,
    settings: &RouterSettings<'_>,
) -> Result<Router, serde_json::Error> {
    let mut api = OpenApiRouter::new()
        .routes(routes!(session::get_session, session::post_session, session::delete_session))
        .routes(routes!(session_invitation::post_session_invitation))
        .routes(routes!(account::get_account))
        .routes(routes!(completion::get_completion))
        .routes(routes!(
            contact_information::get_contact_information,
            contact_information::put_contact_information
        ))
        .routes(routes!(draft::get_draft, draft::put_draft, draft::delete_draft))
        .routes(routes!(revisions::get_revisions))
        .routes(routes!(users::get_users, users::post_user))
        .routes(routes!(user::patch_user, user::delete_user))
        .routes(routes!(user_invitation::post_invitation))
        .routes(routes!(reminders::post_reminders))
        .routes(routes!(onboarding_plan::get_onboarding_plan))
        .routes(routes!(openapi::get_openapi))
        .merge(operator_routes());
    if settings.demo {
        api = api
            .routes(routes!(demo::session::post_session, demo::session::delete_session))
            .routes(routes!(demo::users::get_users));
    }
    if settings.test_faults {
        api = faults::add_to(api);
    }
    let api = api.fallback(not_found);
    let documented = OpenApiRouter::with_openapi(openapi::Description::openapi())
        .routes(routes!(health::healthz))
        .routes(routes!(health::readyz))
        .nest(paths::API, api);
    let (router, document) = documented.split_for_parts();
    let document = OpenApiDocument::write(&document)?;

    let mut router = router.method_not_allowed_fallback(method_not_allowed);
    if !settings.allowed_origins.is_empty() {
        // Applies only to the routes added so far, so that other origins cannot read the portal's
        // files.
        router = router.layer(cors::layer(settings.allowed_origins));
    }
    let mut router = router
        .route("/", get(static_files::to_portal))
        .route(sign_in::PATH, get(sign_in::redirect))
        .fallback_service(static_files::service(settings.static_dir));
    if settings.demo {
        router = router.merge(demo::page::routes());
    }
    let router = router
        .layer(Extension(document))
        .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE))
        .layer(RequestBodyDeadlineLayer::new(BODY_TIMEOUT));
    Ok(request_log::around(router).with_state(state))
}

/// Returns the routes of the operator's own systems.
fn operator_routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(operator::accounts::get_operator_accounts))
        .routes(routes!(
            operator::account::get_operator_account,
            operator::account::put_operator_account,
            operator::account::delete_operator_account
        ))
        .routes(routes!(operator::users::get_operator_users))
        .routes(routes!(
            operator::user::get_operator_user,
            operator::user::put_operator_user,
            operator::user_removal::delete_operator_user
        ))
        .routes(routes!(
            operator::contact_information::get_operator_contact_information,
            operator::contact_information::put_operator_contact_information
        ))
        .routes(routes!(operator::completion::get_operator_completion))
        .routes(routes!(operator::bulk_completion::post_operator_completion))
}

async fn not_found() -> impl IntoResponse {
    ApiError::from(ProblemCode::NotFound)
}

async fn method_not_allowed() -> impl IntoResponse {
    ApiError::from(ProblemCode::MethodNotAllowed)
}
