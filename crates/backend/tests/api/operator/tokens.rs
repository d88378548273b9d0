//! Tests tokens that the program creates while its server runs.

use tempfile::TempDir;

use crate::support::{
    program::{Program, run_command},
    visitor::Visitor,
};

#[tokio::test]
async fn a_created_token_works_at_once_and_a_revoked_one_no_longer() {
    let folder = TempDir::new().unwrap();
    let mut program = Program::start(folder.path(), &["--listen", ":0", "--demo"]);
    let create = ["token", "create", "--name", "billing", "--scope", "read"];
    let token = String::from_utf8(run_command(folder.path(), &create).stdout).unwrap();
    let token = token.trim();
    let operator = Visitor::with_token(&format!("http://{}", program.host()), token);
    assert_eq!(operator.get("/api/v1/operator/accounts").await.status(), 200);
    assert!(run_command(folder.path(), &["token", "revoke", "billing"]).status.success());
    let refused = operator.get("/api/v1/operator/accounts").await;
    assert_eq!(refused.status(), 401);
    assert!(refused.headers()["www-authenticate"].to_str().unwrap().starts_with("Bearer"));
    assert!(program.signal("TERM").success());
    let log = program.log();
    for secret in [token, "partner-20417", "billing"] {
        assert!(!log.contains(secret), "{secret} is logged");
    }
}
