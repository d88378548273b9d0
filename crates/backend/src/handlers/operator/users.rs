//! Lists the users of an account.

use axum::{Json, extract::State};
use partner_portal_contract::{Problem, paths, users::UsersPage};

use super::find;
use crate::{
    handlers::users::{UsersParameters, users_page},
    http::{
        error::ApiError,
        extract::{Operator, PartnerIdInPath, ValidQuery},
    },
    state::AppState,
};

/// Lists the users of an account
#[utoipa::path(get, path = paths::OPERATOR_USERS, tag = "operator",
    security(("operator_token" = [])),
    params(
        ("partner_id" = String, Path, description = "The platform's own id, percent-encoded"),
        UsersParameters,
    ),
    responses(
        (status = 200, body = UsersPage),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_operator_users(
    State(state): State<AppState>,
    _operator: Operator,
    PartnerIdInPath(partner_id): PartnerIdInPath,
    ValidQuery(parameters): ValidQuery<UsersParameters>,
) -> Result<Json<UsersPage>, ApiError> {
    let account = find(&state, &partner_id).await?.account;
    Ok(Json(users_page(&state, &account.id, &parameters).await?))
}
