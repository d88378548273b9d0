//! `cargo xtask bench`: how long a user waits for the first field, for each keystroke, and for a
//! list of 10,000 users.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::backend::{self, Backend, Profile};
use crate::browser::Browser;
use crate::frontend;
use crate::process::{cargo, run_quietly};
use crate::step::step;
use crate::tools::ensure_test_packages;
use crate::workspace::Workspace;

/// How many accounts the database has. The demo's are among them, and one of those has 10,000 users.
const ACCOUNTS: &str = "1000";
const SCRIPTS: [&str; 5] = [
    "bench/first-field.mjs",
    "bench/mount.mjs",
    "bench/form.mjs",
    "bench/users.mjs",
    "bench/users-tab.mjs",
];

/// Measures the release build of both sides, with a browser and a large database.
pub(crate) fn run(workspace: &Workspace) -> Result<ExitCode> {
    frontend::ensure_built(workspace)?;
    let program = backend::build(workspace, Profile::Release)?;
    ensure_test_packages(workspace)?;
    let browser = Browser::ensure()?;
    let folder = workspace.state().join("bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("portal.db");
    let database = format!("sqlite://{}", file.display());
    let dist = workspace.dist().display().to_string();
    let flags = [
        "--listen=127.0.0.1:0",
        "--database-url",
        &database,
        "--static-dir",
        &dist,
        "--sign-ins-per-minute=100000",
    ];
    let log = std::fs::File::create(folder.join("backend.log"))?;
    // What the backend keeps beside its database ends up in the folder too.
    let backend = Backend::start(&folder, &program, &flags, log.into())?;
    step("bench", "more accounts for the database", || {
        let example = ["run", "--package", backend::PACKAGE, "--example", "more_accounts", "--"];
        run_quietly(cargo(&workspace.root).args(example).arg(&file).arg(ACCOUNTS))
    })?;
    let mut all_measured = true;
    for script in SCRIPTS {
        let status = Command::new("node")
            .arg(script)
            .current_dir(workspace.root.join("tests"))
            .env("CHROMIUM", &browser.program)
            .env("PORTAL_URL", &backend.url)
            .status()
            .context("starting Node.js")?;
        all_measured &= status.success();
    }
    Ok(if all_measured { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
