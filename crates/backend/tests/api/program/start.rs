//! Tests which databases and platforms the server accepts.

use tempfile::TempDir;

use crate::support::{
    own_platform::BUILT_IN,
    program::{Program, run, run_command},
};

fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run_command(folder.path(), arguments);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(output.stdout.is_empty());
    text
}

#[test]
fn without_the_demo_the_made_up_platform_is_refused() {
    let folder = TempDir::new().unwrap();
    for arguments in [&["--listen", ":0"][..], &["serve", "--listen", ":0"]] {
        let text = refused(&folder, arguments);
        for said in ["--integration-types", "Meridian", "init DIR", "--demo"] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    std::fs::write(folder.path().join("copy.toml"), BUILT_IN).unwrap();
    let text = refused(&folder, &["--listen", ":0", "--integration-types", "copy.toml"]);
    for said in ["--integration-types", "copy.toml", "Meridian"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!folder.path().join("var").exists(), "the database is not created");
}

#[tokio::test]
async fn serve_is_also_a_command() {
    let folder = TempDir::new().unwrap();
    let program = Program::start(folder.path(), &["serve", "--listen", ":0", "--demo"]);
    assert_eq!(program.visitor().get("/readyz").await.status(), 200);
}

#[tokio::test]
async fn the_demo_starts_again_over_its_own_accounts_and_refuses_all_others() {
    let folder = TempDir::new().unwrap();
    let demo = ["--listen", ":0", "--demo"];
    for _ in 0..2 {
        drop(Program::start(folder.path(), &demo));
    }
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(folder.path().join("var/portal.db"));
    let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
    sqlx::raw_sql(
        "INSERT INTO accounts
             (id, partner_id, name, integration_type, brand_name, brand_support_email)
         VALUES ('acc_real', 'real-1', 'Real', 'things_to_do', 'Real', 'help@real.example.com')",
    )
    .execute(&mut connection)
    .await
    .unwrap();
    sqlx::Connection::close(connection).await.unwrap();
    let output = run(folder.path(), &demo, &[]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    for said in ["--demo", "1 accounts", "--database-url"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("real-1"), "{text}");
    // The accounts of the demo alone do not prevent a start for real.
    drop(Program::start(folder.path(), &["--listen", ":0"]));
}
