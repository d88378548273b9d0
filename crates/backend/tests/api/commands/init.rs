//! Tests the files to begin from.

use std::{collections::BTreeMap, os::unix::fs::PermissionsExt, path::Path};

use tempfile::TempDir;

use super::support::{failed, succeeded};
use crate::support::program::{PROGRAM, Program};

const FILES: [&str; 3] = ["integration-types.toml", "partner-portal.env", "partner-portal.service"];

fn settings(folder: &Path) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(folder.join("partner-portal.env")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.trim_matches('"').to_owned()))
        .collect()
}

#[tokio::test]
async fn the_written_files_start_a_server_from_nothing() {
    let folder = TempDir::new().unwrap();
    let text = succeeded(folder.path(), &["init", "portal"]);
    let portal = folder.path().join("portal").canonicalize().unwrap();
    for name in FILES {
        assert!(text.contains(&format!("wrote {}\n", portal.join(name).display())), "{text}");
    }
    let mode = portal.join("partner-portal.env").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "it may hold a password");
    let settings = settings(&portal);
    let types = portal.join("integration-types.toml").display().to_string();
    assert_eq!(settings["PORTAL_INTEGRATION_TYPES"], types);
    let program = Program::with_environment(folder.path(), &["serve", "--listen", ":0"], &settings);
    assert_eq!(program.visitor().get("/readyz").await.status(), 200);
    assert!(portal.join("data/portal.db").is_file());
}

#[test]
fn the_unit_starts_this_program_with_the_written_settings() {
    let folder = TempDir::new().unwrap();
    succeeded(folder.path(), &["init", "."]);
    let portal = folder.path().canonicalize().unwrap();
    let unit = std::fs::read_to_string(portal.join("partner-portal.service")).unwrap();
    let program = Path::new(PROGRAM).canonicalize().unwrap();
    assert!(unit.contains(&format!("\nExecStart=\"{}\" serve\n", program.display())), "{unit}");
    let environment = portal.join("partner-portal.env");
    let line = format!("\nEnvironmentFile=\"{}\"\n", environment.display());
    assert!(unit.contains(&line), "{unit}");
    for name in FILES {
        let text = std::fs::read_to_string(portal.join(name)).unwrap();
        assert!(text.starts_with("# ") && text.contains("CHANGE"), "{name}");
        assert!(!text.contains('{'), "{name} has no placeholder left");
    }
}

#[test]
fn the_environment_file_names_every_setting_of_the_server() {
    let folder = TempDir::new().unwrap();
    succeeded(folder.path(), &["init", "."]);
    let written = std::fs::read_to_string(folder.path().join("partner-portal.env")).unwrap();
    let help = succeeded(folder.path(), &["serve", "--help"]);
    let mut names = help.split("[env: ").skip(1).filter_map(|rest| rest.split(['=', ']']).next());
    assert!(names.clone().count() > 15, "{help}");
    // The demo is no way to start for real.
    let missing: Vec<_> = names
        .by_ref()
        .filter(|name| *name != "PORTAL_DEMO")
        .filter(|name| !written.contains(&format!("{name}=")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn nothing_is_written_if_one_of_the_files_exists() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("partner-portal.env"), "mine").unwrap();
    let text = failed(2, folder.path(), &["init", "."]);
    assert!(text.contains("partner-portal.env"), "{text}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(std::fs::read(folder.path().join("partner-portal.env")).unwrap(), b"mine");
    let text = failed(2, folder.path(), &["init", "partner-portal.env/inner"]);
    assert!(text.contains("DIR"), "{text}");
}
