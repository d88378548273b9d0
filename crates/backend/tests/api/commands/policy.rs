//! Tests the report about other integration types.

use tempfile::TempDir;

use super::support::{failed, succeeded};
use crate::support::{own_platform::BUILT_IN, program::Program};

fn demo() -> TempDir {
    let folder = TempDir::new().unwrap();
    drop(Program::start(folder.path(), &["--listen", ":0", "--demo"]));
    folder
}

#[test]
fn the_report_counts_and_names_the_accounts_that_would_lock() {
    let folder = demo();
    let stricter =
        BUILT_IN.replacen("merchant_issues = \"unavailable\"", "merchant_issues = \"required\"", 1);
    std::fs::write(folder.path().join("stricter.toml"), stricter).unwrap();
    // The first command moves the demo's last writes from the log into the file.
    succeeded(folder.path(), &["token", "list"]);
    let before = std::fs::read(folder.path().join("var/portal.db")).unwrap();
    let report = succeeded(folder.path(), &["policy", "check", "stricter.toml"]);
    // Wanderlight Tours is complete in Sandbox only.
    let row = |environment: &str| -> Vec<String> {
        let line = report
            .lines()
            .find(|line| line.starts_with("things_to_do") && line.contains(environment));
        line.unwrap().split_whitespace().skip(2).map(str::to_owned).collect()
    };
    assert_eq!(row("sandbox"), ["1", "1", "0"], "{report}");
    assert_eq!(row("production"), ["1", "0", "0"], "{report}");
    assert!(report.contains("1 would lock, the first 1:"), "{report}");
    let named = "  partner-21006  things_to_do  sandbox  merchant_issues (required)\n";
    assert!(report.ends_with(named), "{report}");
    assert_eq!(std::fs::read(folder.path().join("var/portal.db")).unwrap(), before);
}

#[test]
fn a_file_that_asks_for_less_locks_no_account() {
    let folder = demo();
    let laxer = BUILT_IN.replace("alert_contacts = \"required\"", "alert_contacts = \"optional\"");
    std::fs::write(folder.path().join("laxer.toml"), laxer).unwrap();
    let report = succeeded(folder.path(), &["policy", "check", "laxer.toml"]);
    let production =
        report.lines().find(|line| line.starts_with("things_to_do") && line.contains("production"));
    let counts: Vec<_> = production.unwrap().split_whitespace().skip(2).collect();
    assert_eq!(counts, ["1", "0", "1"], "{report}");
    assert!(report.ends_with("no account would lock\n"), "{report}");
}

#[test]
fn a_file_that_the_server_would_refuse_is_reported() {
    let folder = demo();
    std::fs::write(folder.path().join("wrong.toml"), "[platform]\nname = 7\n").unwrap();
    let text = failed(2, folder.path(), &["policy", "check", "wrong.toml"]);
    assert!(text.contains("FILE: wrong.toml:1:1: "), "{text}");
    assert!(text.contains("\nwrong.toml:2:8: platform.name: "), "{text}");
    let without = BUILT_IN.replacen("id = \"food_ordering\"", "id = \"parcels\"", 1);
    std::fs::write(folder.path().join("without.toml"), without).unwrap();
    let text = failed(1, folder.path(), &["policy", "check", "without.toml"]);
    assert!(text.contains("lacks `food_ordering`, which 1 stored accounts have"), "{text}");
    assert!(text.contains("things_to_do"), "{text}");
}
