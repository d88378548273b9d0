//! Tests the onboarding plan.

use partner_portal_contract::{
    Environment, ProblemCode,
    onboarding::{OnboardingPlan, OnboardingTaskId},
};

use crate::support::{
    fixtures::sandbox_input,
    test_app::{
        COMPLETE, COMPLETE_ADMINISTRATOR, EMPTY, EMPTY_ADMINISTRATOR, EMPTY_READER, LARGE,
        LARGE_ADMINISTRATOR, TestApp,
    },
    visitor::problem,
};

#[tokio::test]
async fn the_plan_is_locked_until_the_contact_information_is_complete() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_ADMINISTRATOR).await;
    let reader = app.signed_in(EMPTY_READER).await;
    let locked = reader.onboarding_plan(EMPTY, Environment::Sandbox).await;
    problem(locked, ProblemCode::ContactInformationRequired).await;
    person.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    let open = reader.onboarding_plan(EMPTY, Environment::Sandbox).await;
    assert_eq!(open.status(), 200);
    let other = reader.onboarding_plan(EMPTY, Environment::Production).await;
    problem(other, ProblemCode::ContactInformationRequired).await;
}

#[tokio::test]
async fn tasks_are_done_according_to_the_stored_data() {
    let app = TestApp::demo().await;
    for (account, user, all_done) in
        [(COMPLETE, COMPLETE_ADMINISTRATOR, true), (LARGE, LARGE_ADMINISTRATOR, false)]
    {
        let person = app.signed_in(user).await;
        let response = person.onboarding_plan(account, Environment::Sandbox).await;
        let plan: OnboardingPlan = response.json().await.unwrap();
        let tasks: Vec<_> = plan.tasks.iter().map(|task| (task.id, task.done)).collect();
        assert_eq!(
            tasks,
            [
                (OnboardingTaskId::ConfigureContactInformation, true),
                (OnboardingTaskId::AddSecondEditor, true),
                (OnboardingTaskId::ChooseAlertContacts, all_done),
            ]
        );
    }
}
