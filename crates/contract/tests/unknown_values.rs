//! Tests that values of a newer backend, unknown to this build, never make parsing fail.

use partner_portal_contract::{
    Completion, ContactField, FieldErrorCode, FieldRule, Problem, ProblemCode, RequirementState,
    onboarding::{OnboardingPlan, OnboardingTaskId},
    session::{Capability, Session},
    users::{Role, UserState, UsersPage},
};
use proptest::prelude::*;
use serde_json::{from_value, json};

#[test]
fn a_completion_with_unknown_values_can_be_parsed() {
    let completion: Completion = from_value(json!({
        "complete": false, "revision": 1, "environment": "production", "role": "auditor",
        "can_edit": true,
        "editors": [{"name": "Ann", "email": "ann@example.com", "phone": "1"}],
        "requirements": [
            {"field": "fax", "rule": "recommended", "state": "expired", "reason": "stale", "x": 1},
            {"field": "alert_contacts", "rule": "required", "state": "missing"}
        ],
        "expires_at": "2027-01-01T00:00:00Z"
    }))
    .expect("a newer answer");
    let newer = &completion.requirements[0];
    assert_eq!(newer.field, ContactField::Unknown);
    assert_eq!(newer.rule, FieldRule::Unknown);
    assert_eq!(newer.state, RequirementState::Unknown);
    assert_eq!(newer.reason, Some(FieldErrorCode::Unknown));
    assert!(!newer.blocks() && !newer.counts(), "an unknown state does not lock the account");
    assert_eq!(completion.requirements[1].reason, None);
}

#[test]
fn a_problem_with_unknown_codes_can_be_parsed() {
    let problem: Problem = from_value(json!({
        "type": "/problems/teapot", "title": "Teapot", "status": 418, "code": "teapot",
        "request_id": "req_1", "detail": "x",
        "errors": [{"field": "fax", "index": 0, "code": "busy", "params": {"tries": 3}}]
    }))
    .expect("a newer problem");
    assert_eq!(problem.code, ProblemCode::Unknown);
    assert_eq!(problem.status, 418);
    assert_eq!(problem.errors[0].code, FieldErrorCode::Unknown);
    assert_eq!(problem.errors[0].field, ContactField::Unknown);
}

#[test]
fn a_session_with_unknown_roles_and_capabilities_can_be_parsed() {
    let session: Session = from_value(json!({
        "user": {"id": "usr_1", "name": "Ann", "email": "ann@example.com"},
        "accounts": [{
            "id": "acc_1", "name": "Bistro", "role": "auditor", "capabilities": ["fly"],
            "support_url": "/s", "help_url": "/h"
        }],
        "platform": {"name": "Platform", "support_url": "/s", "help_url": "/h", "logo": "/l"}
    }))
    .expect("a newer session");
    assert_eq!(session.accounts[0].role, Role::Unknown);
    assert!(!session.accounts[0].role.can_edit());
    assert_eq!(session.accounts[0].capabilities, [Capability::Unknown]);
}

#[test]
fn users_and_tasks_with_unknown_values_can_be_parsed() {
    let page: UsersPage = from_value(json!({
        "users": [{
            "id": "usr_1", "name": "Ann", "email": "a@b.c", "role": "auditor", "state": "paused"
        }],
        "total_size": 1, "next_page_token": "x"
    }))
    .expect("a newer page");
    assert_eq!((page.users[0].role, page.users[0].state), (Role::Unknown, UserState::Unknown));
    let plan: OnboardingPlan =
        from_value(json!({"tasks": [{"id": "celebrate", "done": false}]})).expect("a newer plan");
    assert_eq!(plan.tasks[0].id, OnboardingTaskId::Unknown);
}

proptest! {
    #[test]
    fn no_name_of_a_value_makes_a_response_unparsable(name in any::<String>()) {
        let value = || json!(name);
        prop_assert!(from_value::<ContactField>(value()).is_ok());
        prop_assert!(from_value::<FieldRule>(value()).is_ok());
        prop_assert!(from_value::<RequirementState>(value()).is_ok());
        prop_assert!(from_value::<FieldErrorCode>(value()).is_ok());
        prop_assert!(from_value::<ProblemCode>(value()).is_ok());
        prop_assert!(from_value::<Role>(value()).is_ok());
        prop_assert!(from_value::<UserState>(value()).is_ok());
        prop_assert!(from_value::<Capability>(value()).is_ok());
        prop_assert!(from_value::<OnboardingTaskId>(value()).is_ok());
    }
}
