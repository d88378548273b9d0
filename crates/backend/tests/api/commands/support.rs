//! Runs commands beside a server.

use std::path::Path;

use crate::support::program::run_command;

/// Runs a command that must succeed, and returns its standard output.
pub(crate) fn succeeded(folder: &Path, arguments: &[&str]) -> String {
    let output = run_command(folder, arguments);
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {log}");
    assert!(log.is_empty(), "{log}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs a command that must end with this code, and returns its error message.
pub(crate) fn failed(code: i32, folder: &Path, arguments: &[&str]) -> String {
    let output = run_command(folder, arguments);
    let log = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {log}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    log
}
