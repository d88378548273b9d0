//! Tests custom integration types and requirements.

use std::path::PathBuf;

use partner_portal_contract::{
    ContactField, ContactInformationInput, Environment, FieldRule, ProblemCode, RequirementState,
    account::Account,
};
use tempfile::TempDir;

use crate::support::{
    fixtures::sandbox_input,
    own_platform::{BUILT_IN, own_platform},
    program::run,
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::{completion, problem},
};

fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("types.toml");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

async fn app(text: &str) -> TestApp {
    let (_folder, path) = file(text);
    TestApp::start(&["--demo", "--integration-types", path.to_str().unwrap()]).await
}

#[tokio::test]
async fn a_custom_file_sets_the_requirements_of_each_environment() {
    let text = BUILT_IN
        .replacen("technical_emergency = \"required\"", "technical_emergency = \"unavailable\"", 1)
        .replacen("operational_shared = \"required\"", "operational_shared = \"optional\"", 1);
    let app = app(&text).await;
    let editor = app.signed_in(EMPTY_EDITOR).await;
    let before = completion(editor.completion(EMPTY, Environment::Sandbox).await).await;
    let of = |field| before.requirements.iter().find(|it| it.field == field).unwrap();
    let emergency = of(ContactField::TechnicalEmergency);
    assert_eq!(emergency.rule, FieldRule::Unavailable);
    assert_eq!(emergency.state, RequirementState::Unavailable);
    let shared = of(ContactField::OperationalShared);
    assert_eq!((shared.rule, shared.state), (FieldRule::Optional, RequirementState::Satisfied));
    let less = ContactInformationInput {
        technical_emergency: Vec::new(),
        operational_shared: String::new(),
        ..sandbox_input()
    };
    let refused = editor.save(EMPTY, Environment::Production, "\"rev-0\"", &less).await;
    problem(refused, ProblemCode::ContactInformationInvalid).await;
    let saved = editor.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &less).await;
    assert_eq!(saved.status(), 200);
    let in_sandbox = completion(editor.completion(EMPTY, Environment::Sandbox).await).await;
    assert!(in_sandbox.complete);
    let in_production = completion(editor.completion(EMPTY, Environment::Production).await).await;
    assert!(!in_production.complete);
}

#[tokio::test]
async fn an_environment_that_the_type_lacks_is_refused() {
    let text = BUILT_IN.replacen("[\"sandbox\", \"production\"]", "[\"production\"]", 1);
    let app = app(&text).await;
    let editor = app.signed_in(EMPTY_EDITOR).await;
    let account: Account = editor.account(EMPTY).await.json().await.unwrap();
    assert_eq!(account.environments, [Environment::Production]);
    let sandbox = Environment::Sandbox;
    problem(editor.completion(EMPTY, sandbox).await, ProblemCode::InvalidParameter).await;
    let save = editor.save(EMPTY, sandbox, "\"rev-0\"", &sandbox_input()).await;
    problem(save, ProblemCode::InvalidParameter).await;
    problem(editor.onboarding_plan(EMPTY, sandbox).await, ProblemCode::InvalidParameter).await;
    // The session is returned. The separate request for the completion reports the error.
    let query = "include=completion,account&environment=sandbox";
    let included = editor.session_answer(query).await.included.unwrap();
    assert_eq!((included.completion, included.account), (None, Some(account)));
    completion(editor.completion(EMPTY, Environment::Production).await).await;
}

#[test]
fn mistakes_stop_the_start_and_are_reported_with_file_line_and_column() {
    let text = BUILT_IN.replacen("\"Meridian\"", "\"\"", 1).replacen(
        "merchant_issues = \"required\"",
        "merchant_issues = \"always\"",
        1,
    );
    let (folder, _) = file(&text);
    let flags = ["--listen", ":0", "--integration-types", "types.toml"];
    let output = run(folder.path(), &flags, &[]);
    assert_eq!(output.status.code(), Some(2));
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.contains("--integration-types: types.toml:4:8: platform.name: is empty"), "{log}");
    let line = text.lines().position(|line| line.contains("always")).unwrap() + 1;
    let second = format!("types.toml:{line}:19: integration_types[0].merchant_issues: is none of");
    assert!(log.contains(&second), "{log}");
    assert!(!folder.path().join("var").exists(), "the database is not created");
}

#[test]
fn a_missing_file_is_reported_by_name() {
    let folder = TempDir::new().unwrap();
    let environment = [("PORTAL_INTEGRATION_TYPES", "nowhere.toml")];
    let output = run(folder.path(), &["--listen", ":0"], &environment);
    assert_eq!(output.status.code(), Some(2));
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.contains("--integration-types: nowhere.toml: No such file"), "{log}");
}

#[tokio::test]
async fn accounts_with_a_missing_integration_type_stop_the_start() {
    let folder = TempDir::new().unwrap();
    let program =
        crate::support::program::Program::start(folder.path(), &["--listen", ":0", "--demo"]);
    drop(program);
    let without = own_platform()
        .replacen("id = \"food_ordering\"", "id = \"parcels\"", 1)
        .replacen("id = \"appointments\"", "id = \"visits\"", 1);
    std::fs::write(folder.path().join("types.toml"), without).unwrap();
    let flags = ["--listen", ":0", "--integration-types", "types.toml"];
    let output = run(folder.path(), &flags, &[]);
    assert_eq!(output.status.code(), Some(2));
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.contains("--integration-types: these integration types are not offered"), "{log}");
    assert!(log.contains("`appointments`, which"), "{log}");
    assert!(log.contains("`food_ordering`, which"), "{log}");
    assert!(!log.contains("acc_"), "{log}");
}
