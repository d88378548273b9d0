//! The steps that a partner takes before launch. The plan is locked until the contact information
//! is complete.

use serde::{Deserialize, Serialize};

/// The response body of `GET /accounts/{account}/onboarding-plan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OnboardingPlan {
    /// The steps in their recommended order.
    pub tasks: Vec<OnboardingTask>,
}

/// A step of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OnboardingTask {
    /// The kind of step.
    pub id: OnboardingTaskId,
    /// True if the backend considers the step done.
    pub done: bool,
}

/// The steps whose state the backend can derive from stored data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OnboardingTaskId {
    /// The contact information is complete in Sandbox.
    ConfigureContactInformation,
    /// At least two users can edit the contact information.
    AddSecondEditor,
    /// The contact information is complete in Production, too.
    ChooseAlertContacts,
    /// A step that only a newer backend knows.
    #[serde(other)]
    Unknown,
}
