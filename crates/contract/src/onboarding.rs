//! What a partner does before launch. Locked while the contact information is not complete.

use serde::{Deserialize, Serialize};

/// The answer of `GET /accounts/{account}/onboarding-plan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OnboardingPlan {
    /// In the order in which they are best done.
    pub tasks: Vec<OnboardingTask>,
}

/// A step of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OnboardingTask {
    /// Which step.
    pub id: OnboardingTaskId,
    /// Whether the backend sees it done.
    pub done: bool,
}

/// The steps that the backend can judge from what it stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OnboardingTaskId {
    /// The contact information is complete in Sandbox.
    ConfigureContactInformation,
    /// Somebody besides one person can edit the contact information.
    AddSecondEditor,
    /// The contact information is complete in Production too.
    ChooseAlertContacts,
    /// A step that a newer backend knows.
    #[serde(other)]
    Unknown,
}
