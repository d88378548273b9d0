//! `cargo xtask bench`: measures the portal's cost in comparison with a floor, a static page with
//! one field.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{fs, io};

use anyhow::{Context, Result, bail};

use crate::backend::{self, Backend, Profile};
use crate::browser::Browser;
use crate::frontend;
use crate::process::{cargo, run_quietly};
use crate::step::step;
use crate::tools::ensure_test_packages;
use crate::workspace::Workspace;

/// The number of accounts in a large database. It includes the demo's accounts, one of which has
/// 10,000 users.
const ACCOUNTS: &str = "1000";

/// The page of the floor. The backend serves it beside the frontend.
const FLOOR: &str = "floor.html";

/// A measurement: a script in `tests/bench`.
#[derive(Clone, Copy, Debug)]
struct Measurement {
    name: &'static str,
    needs_large_database: bool,
}

/// All measurements. Those that need a large database come last, so that all others run with only
/// the demo's accounts.
const MEASUREMENTS: [Measurement; 9] = [
    Measurement { name: "first-field", needs_large_database: false },
    Measurement { name: "open-page", needs_large_database: false },
    Measurement { name: "bytes", needs_large_database: false },
    Measurement { name: "mount", needs_large_database: false },
    Measurement { name: "keystrokes", needs_large_database: false },
    Measurement { name: "zone-list", needs_large_database: false },
    Measurement { name: "memory", needs_large_database: false },
    Measurement { name: "users", needs_large_database: true },
    Measurement { name: "users-tab", needs_large_database: true },
];

/// Measures the release build of both sides in a browser: all measurements, or only the named ones.
pub(crate) fn run(workspace: &Workspace, names: &[String]) -> Result<ExitCode> {
    let chosen = choose(names)?;
    frontend::ensure_built(workspace)?;
    let program = backend::build(workspace, Profile::Release)?;
    ensure_test_packages(workspace)?;
    let browser = Browser::ensure()?;
    let folder = empty_folder(workspace)?;
    let site = folder.join("site");
    copy(&workspace.dist(), &site)?;
    fs::copy(workspace.root.join("tests/bench").join(FLOOR), site.join(FLOOR))?;
    let database = folder.join("portal.db");
    let backend = start_backend(&folder, &program, &database, &site)?;
    let mut is_large = false;
    let mut all_measured = true;
    for Measurement { name, needs_large_database } in chosen {
        if needs_large_database && !is_large {
            add_accounts(workspace, &database)?;
            is_large = true;
        }
        eprintln!("[bench] {name}");
        let status = Command::new("node")
            .arg(format!("bench/{name}.mjs"))
            .current_dir(workspace.root.join("tests"))
            .env("CHROMIUM", &browser.program)
            .env("PORTAL_URL", &backend.url)
            .status()
            .context("starting Node.js")?;
        all_measured &= status.success();
    }
    Ok(if all_measured { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns the named measurements in their defined order, or all if no name is given.
fn choose(names: &[String]) -> Result<Vec<Measurement>> {
    let is_known = |name: &String| MEASUREMENTS.iter().any(|known| known.name == name);
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        let known: Vec<_> = MEASUREMENTS.iter().map(|known| known.name).collect();
        bail!("there is no measurement `{unknown}`: choose from {}", known.join(", "));
    }
    let is_chosen =
        |known: &Measurement| names.is_empty() || names.iter().any(|name| name == known.name);
    Ok(MEASUREMENTS.into_iter().filter(is_chosen).collect())
}

/// Returns an empty folder and deletes the remains of an earlier run.
fn empty_folder(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.state().join("bench");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies a folder recursively.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

/// Starts the backend. All files that it writes beside its database are in the folder, too.
fn start_backend(folder: &Path, program: &Path, database: &Path, site: &Path) -> Result<Backend> {
    let database = format!("sqlite://{}", database.display());
    let site = site.display().to_string();
    let flags = [
        "--listen=127.0.0.1:0",
        "--database-url",
        &database,
        "--static-dir",
        &site,
        "--sign-ins-per-minute=100000",
    ];
    let log = fs::File::create(folder.join("backend.log"))?;
    Backend::start(folder, program, &flags, log.into())
}

/// Adds accounts to the database of the running backend.
fn add_accounts(workspace: &Workspace, database: &Path) -> Result<()> {
    step("bench", "more accounts for the database", || {
        let example = ["run", "--package", backend::PACKAGE, "--example", "more_accounts", "--"];
        run_quietly(cargo(&workspace.root).args(example).arg(database).arg(ACCOUNTS))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(names: &[&str]) -> Result<Vec<&'static str>> {
        let names: Vec<_> = names.iter().map(ToString::to_string).collect();
        Ok(choose(&names)?.into_iter().map(|measurement| measurement.name).collect())
    }

    #[test]
    fn without_a_name_everything_is_measured() {
        assert_eq!(chosen(&[]).unwrap().len(), MEASUREMENTS.len());
    }

    #[test]
    fn named_measurements_run_in_the_defined_order() {
        assert_eq!(chosen(&["bytes", "first-field"]).unwrap(), ["first-field", "bytes"]);
    }

    #[test]
    fn an_unknown_name_is_reported_with_all_known_names() {
        let error = chosen(&["speed"]).unwrap_err().to_string();
        assert!(error.starts_with("there is no measurement `speed`: choose from first-field, "));
    }

    #[test]
    fn every_measurement_has_a_script() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bench");
        for Measurement { name, .. } in MEASUREMENTS {
            assert!(root.join(format!("{name}.mjs")).is_file(), "{name}");
        }
        assert!(root.join(FLOOR).is_file());
    }
}
