//! Tests problems with the database file: no space, removed, damaged, not writable.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::Command,
};

use axum::{http::StatusCode, response::IntoResponse};
use chrono::DateTime;
use partner_portal_backend::{
    http::error::ApiError,
    ids::{AccountId, UserId},
    storage::{Storage, error::StorageError},
};
use partner_portal_contract::{Environment, ProblemCode};
use tempfile::TempDir;

use crate::support::{
    fixtures::{sandbox_input, typed},
    program::{PROGRAM, Program, run},
    test_app::{EMPTY, EMPTY_EDITOR},
    visitor::{Visitor, problem},
};

const DEMO: [&str; 3] = ["--listen", "127.0.0.1:0", "--demo"];
const SANDBOX: Environment = Environment::Sandbox;

async fn editor(program: &Program) -> Visitor {
    let editor = program.visitor();
    assert_eq!(editor.sign_in(EMPTY_EDITOR).await.status(), 204);
    editor
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("var/portal.db")
}

#[tokio::test]
async fn saves_fail_on_a_full_disk_and_succeed_when_there_is_space() {
    let folder = TempDir::new().unwrap();
    let program = Program::with_limited_files(folder.path(), &DEMO);
    let person = editor(&program).await;
    program.limit_files("0");
    for _ in 0..3 {
        let refused = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
        problem(refused, ProblemCode::Unavailable).await;
    }
    assert_eq!(person.stored(EMPTY).await.revision, 0, "reads still work");
    program.limit_files("unlimited");
    let saved = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(saved.status(), 200);
    assert_eq!(person.get("/readyz").await.status(), 200);
}

#[tokio::test]
async fn with_a_removed_or_replaced_file_saves_fail_and_the_server_is_not_ready() {
    for replace in [false, true] {
        let folder = TempDir::new().unwrap();
        let program = Program::start(folder.path(), &DEMO);
        let person = editor(&program).await;
        let file = database(&folder);
        if replace {
            fs::copy(&file, folder.path().join("copy")).unwrap();
            fs::rename(folder.path().join("copy"), &file).unwrap();
        } else {
            fs::remove_file(&file).unwrap();
        }
        assert_eq!(person.get("/readyz").await.status(), 503);
        let refused = person.save(EMPTY, SANDBOX, "\"rev-0\"", &sandbox_input()).await;
        problem(refused, ProblemCode::Unavailable).await;
        program.has_logged(1, &["removed or replaced"]).await;
    }
}

#[tokio::test]
async fn with_a_damaged_file_the_server_is_not_ready_and_does_not_start_again() {
    let folder = TempDir::new().unwrap();
    let mut program = Program::start(folder.path(), &DEMO);
    let file = database(&folder);
    let garbage = |bytes: &[u8]| {
        use std::os::unix::fs::FileExt;
        fs::OpenOptions::new().write(true).open(&file).unwrap().write_all_at(bytes, 0).unwrap();
    };
    garbage(b"no database");
    assert_eq!(program.visitor().get("/readyz").await.status(), 503);
    program.signal("KILL");
    let refused = refused_start(run(folder.path(), &DEMO, &[]));
    assert!(
        refused.contains("does not begin as a database") || refused.contains("not a database"),
        "{refused}"
    );
}

#[test]
fn damaged_pages_stop_the_start() {
    let folder = TempDir::new().unwrap();
    let mut program = Program::start(folder.path(), &DEMO);
    // The orderly stop writes all pages to the file.
    assert!(program.signal("TERM").success());
    let file = database(&folder);
    let mut pages = fs::read(&file).unwrap();
    pages[4096..8 * 4096].fill(0x5a);
    fs::write(&file, pages).unwrap();
    let refused = refused_start(run(folder.path(), &DEMO, &[]));
    assert!(refused.contains("damaged") || refused.contains("malformed"), "{refused}");
}

#[test]
fn a_read_only_database_stops_the_start() {
    let folder = TempDir::new().unwrap();
    assert!(Program::start(folder.path(), &DEMO).signal("TERM").success());
    let mode = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(&database(&folder), 0o444);
    mode(&folder.path().join("var"), 0o555);
    mode(folder.path(), 0o755);
    let flags = [&DEMO[..], &["--mail-dir=/dev/shm/unused"]].concat();
    let output = if fs::metadata(folder.path()).unwrap().uid() == 0 {
        // Root can write every file, so the test starts a copy of the program as another user.
        let copy = folder.path().join("program");
        fs::copy(PROGRAM, &copy).unwrap();
        let mut other = Command::new("setpriv");
        other.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&copy);
        other.args(flags).current_dir(folder.path()).output().unwrap()
    } else {
        run(folder.path(), &flags, &[])
    };
    let refused = refused_start(output);
    mode(&folder.path().join("var"), 0o755);
    assert!(refused.contains("readonly") || refused.contains("unable to open"), "{refused}");
}

fn refused_start(output: std::process::Output) -> String {
    let log = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{log}");
    assert!(log.contains("--database-url"), "{log}");
    log
}

#[tokio::test]
async fn a_write_of_a_user_who_was_just_removed_gets_404() {
    let folder = TempDir::new().unwrap();
    let storage = Storage::open_sqlite(&folder.path().join("portal.db")).await.unwrap();
    let (account, person) = (AccountId::new("acc_gone"), UserId::new("usr_gone"));
    let draft = typed("late@example.com");
    let error = storage.keep_draft(&account, &person, &draft, DateTime::UNIX_EPOCH).await;
    let error = error.unwrap_err();
    assert!(matches!(error, StorageError::Removed), "{error}");
    assert_eq!(ApiError::from(error).into_response().status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_that_is_not_a_database_causes_503() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("garbage.db");
    fs::write(&file, [0x5a; 4096]).unwrap();
    let pool = sqlx::SqlitePool::connect_lazy_with(
        sqlx::sqlite::SqliteConnectOptions::new().filename(&file),
    );
    let error = sqlx::query("SELECT * FROM users").execute(&pool).await.unwrap_err();
    let error = StorageError::from(error);
    assert!(matches!(error, StorageError::Damaged(_)), "{error}");
    let status = ApiError::from(error).into_response().status();
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn only_the_owner_can_read_the_database_and_the_mails() {
    let folder = TempDir::new().unwrap();
    let program = Program::start(folder.path(), &DEMO);
    editor(&program).await;
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().mode() & 0o777;
    for (name, expected) in [
        ("var", 0o700),
        ("var/portal.db", 0o600),
        ("var/portal.db-wal", 0o600),
        ("var/portal.db-shm", 0o600),
        ("var/mail", 0o700),
    ] {
        assert_eq!(mode(name), expected, "{name}");
    }
}
