//! Returns the steps before launch. They are locked until the contact information is complete.

use axum::{Json, extract::State};
use partner_portal_contract::{
    Environment, Problem, ProblemCode,
    onboarding::{OnboardingPlan, OnboardingTask, OnboardingTaskId},
    paths,
};

use crate::{
    http::{
        error::ApiError,
        extract::{EnvironmentQuery, Member, ValidQuery},
    },
    rules::completion::account_requirements,
    state::AppState,
};

/// The recommended number of editors. A single editor has no substitute.
const ENOUGH_EDITORS: usize = 2;

/// Returns the tasks that remain before launch
#[utoipa::path(get, path = paths::ONBOARDING_PLAN, tag = "onboarding",
    params(("account" = String, Path, description = "The account's id"), EnvironmentQuery),
    responses(
        (status = 200, body = OnboardingPlan),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_onboarding_plan(
    State(state): State<AppState>,
    member: Member,
    ValidQuery(query): ValidQuery<EnvironmentQuery>,
) -> Result<Json<OnboardingPlan>, ApiError> {
    let is_complete = async |environment| {
        let AppState { storage, integration_types, .. } = &state;
        let evaluated =
            account_requirements(storage, integration_types, &member.account, environment).await?;
        Ok::<_, ApiError>(evaluated.is_complete())
    };
    let sandbox = is_complete(Environment::Sandbox).await?;
    let production = is_complete(Environment::Production).await?;
    let open = match query.environment {
        Environment::Sandbox => sandbox,
        Environment::Production => production,
    };
    if !open {
        return Err(ProblemCode::ContactInformationRequired.into());
    }
    let editors = state.storage.editors(&member.account, ENOUGH_EDITORS).await?.len();
    let task = |id, done| OnboardingTask { id, done };
    Ok(Json(OnboardingPlan {
        tasks: vec![
            task(OnboardingTaskId::ConfigureContactInformation, sandbox),
            task(OnboardingTaskId::AddSecondEditor, editors >= ENOUGH_EDITORS),
            task(OnboardingTaskId::ChooseAlertContacts, production),
        ],
    }))
}
