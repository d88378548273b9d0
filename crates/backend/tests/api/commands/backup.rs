//! Tests copies of the database of a running server.

use std::os::unix::fs::PermissionsExt;

use partner_portal_contract::Environment;
use tempfile::TempDir;

use super::support::{failed, succeeded};
use crate::support::{
    fixtures::sandbox_input,
    program::Program,
    test_app::{EMPTY, EMPTY_EDITOR},
};

#[tokio::test]
async fn a_copy_of_a_running_server_contains_every_confirmed_save_and_can_be_restored() {
    let folder = TempDir::new().unwrap();
    let flags = ["--listen", ":0", "--demo"];
    let program = Program::start(folder.path(), &flags);
    let editor = program.visitor();
    editor.sign_in(EMPTY_EDITOR).await;
    let saved = editor.save(EMPTY, Environment::Sandbox, "\"rev-0\"", &sandbox_input()).await;
    assert_eq!(saved.status(), 200);
    let text = succeeded(folder.path(), &["backup", "copy.db"]);
    assert_eq!(text, "copied var/portal.db to copy.db\n");
    let copy = folder.path().join("copy.db");
    assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    // The server continues to write.
    let again = editor.save(EMPTY, Environment::Sandbox, "\"rev-1\"", &sandbox_input()).await;
    assert_eq!(again.status(), 200);
    drop(program);

    let restored = TempDir::new().unwrap();
    std::fs::create_dir(restored.path().join("var")).unwrap();
    std::fs::copy(copy, restored.path().join("var/portal.db")).unwrap();
    let program = Program::start(restored.path(), &flags);
    let editor = program.visitor();
    editor.sign_in(EMPTY_EDITOR).await;
    let stored = editor.stored(EMPTY).await;
    assert_eq!((stored.revision, stored.contact_information), (1, sandbox_input()));
}

#[test]
fn an_existing_file_is_not_overwritten() {
    let folder = TempDir::new().unwrap();
    succeeded(folder.path(), &["migrate"]);
    std::fs::write(folder.path().join("copy.db"), "precious").unwrap();
    let text = failed(2, folder.path(), &["backup", "copy.db"]);
    assert!(text.contains("FILE: copy.db: File exists"), "{text}");
    assert_eq!(std::fs::read(folder.path().join("copy.db")).unwrap(), b"precious");
}

#[test]
fn no_half_copy_is_left_behind() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("broken.db"), vec![7; 10_000]).unwrap();
    let flags = ["backup", "copy.db", "--database-url", "sqlite://broken.db"];
    let text = failed(2, folder.path(), &flags);
    assert!(text.contains("--database-url: the database is damaged"), "{text}");
    assert!(!folder.path().join("copy.db").exists());
}
