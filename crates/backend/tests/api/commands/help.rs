//! Tests the help of each command.

use tempfile::TempDir;

use super::support::{failed, succeeded};

const COMMANDS: [&[&str]; 8] = [
    &["serve"],
    &["migrate"],
    &["init"],
    &["token", "create"],
    &["token", "list"],
    &["token", "revoke"],
    &["backup"],
    &["policy", "check"],
];

#[test]
fn the_help_lists_all_commands_and_each_command_explains_itself() {
    let folder = TempDir::new().unwrap();
    let all = succeeded(folder.path(), &["--help"]);
    for command in COMMANDS {
        assert!(all.contains(&format!("\n  {}", command[0])), "{command:?}: {all}");
        let help = succeeded(folder.path(), &[command, &["--help"]].concat());
        let usage = format!("Usage: partner-portal-backend {}", command.join(" "));
        assert!(help.contains(&usage), "{help}");
        let (explained, _) = help.split_once("Usage:").unwrap();
        assert!(explained.trim().len() > 40, "{help}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written");
}

#[test]
fn an_unknown_command_is_named() {
    let folder = TempDir::new().unwrap();
    assert!(failed(2, folder.path(), &["serf"]).contains("serf"));
    let text = failed(2, folder.path(), &["token"]);
    assert!(["create", "list", "revoke"].iter().all(|command| text.contains(command)), "{text}");
}

#[test]
fn a_command_needs_an_existing_database() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("types.toml"), crate::support::own_platform::own_platform())
        .unwrap();
    for arguments in [
        &["token", "list"][..],
        &["token", "create", "--name", "billing", "--scope", "read"],
        &["backup", "copy.db"],
        &["policy", "check", "types.toml"],
    ] {
        let text = failed(2, folder.path(), arguments);
        assert!(text.contains("--database-url: there is no database at var/portal.db"), "{text}");
        assert!(text.contains("migrate"), "{text}");
    }
    assert!(!folder.path().join("var").exists());
    assert!(!folder.path().join("copy.db").exists());
    for _ in 0..2 {
        let text = succeeded(folder.path(), &["migrate"]);
        assert!(text.contains("the schema of var/portal.db is at version"), "{text}");
    }
    succeeded(folder.path(), &["token", "list"]);
}
