//! Starts a server for each test. It runs in the test's process, so the test can control its clock.

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};
use clap::Parser;
use partner_portal_backend::{clock::ManualClock, server::Server, settings::Settings};
use sqlx::{
    ConnectOptions, Connection,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};
use tempfile::TempDir;
use tokio::{
    sync::{OnceCell, oneshot},
    task::JoinHandle,
};

use crate::support::{
    issuer::{AUDIENCE, ISSUER, SECRET},
    own_platform::integration_types_for,
    sent_mails::{SentMail, mails_in},
    visitor::Visitor,
};

/// Incomplete in both environments. Merchant issues are required.
pub(crate) const EMPTY: &str = "acc_bella_vista";
pub(crate) const EMPTY_ADMINISTRATOR: &str = "usr_giulia_conti";
pub(crate) const EMPTY_EDITOR: &str = "usr_tomasz_zielinski";
pub(crate) const EMPTY_READER: &str = "usr_noa_ben_david";
pub(crate) const EMPTY_TESTER: &str = "usr_luca_ferri";
pub(crate) const EMPTY_INVITED: &str = "inv_chiara_romano";
/// Without saved contact information. The only invitation has expired.
pub(crate) const EXPIRED: &str = "acc_cedar_stone";
pub(crate) const EXPIRED_ADMINISTRATOR: &str = "usr_hannah_brooks";
pub(crate) const EXPIRED_INVITED: &str = "inv_ruth_abrams";
/// Complete in both environments.
pub(crate) const COMPLETE: &str = "acc_northgate";
pub(crate) const COMPLETE_ADMINISTRATOR: &str = "usr_amara_okafor";
/// A user of both [`EMPTY`] and [`COMPLETE`].
pub(crate) const IN_TWO_ACCOUNTS: &str = "usr_maya_lindqvist";
/// Complete in Sandbox only, with ten thousand users. Merchant issues are unavailable.
pub(crate) const LARGE: &str = "acc_wanderlight";
pub(crate) const LARGE_ADMINISTRATOR: &str = "usr_beatriz_moreira";
/// The first revision of accounts that have contact information at the start, and its tag.
pub(crate) const FIRST_REVISION: u64 = 3;
pub(crate) const FIRST_TAG: &str = "\"rev-3\"";

/// A running server.
pub(crate) struct TestApp {
    pub(crate) clock: Arc<ManualClock>,
    origin: String,
    stop: oneshot::Sender<()>,
    stopped: JoinHandle<()>,
    folder: TempDir,
}

/// The demo's database after the first start. It is created once and copied for each test.
static TEMPLATE: OnceCell<(TempDir, PathBuf)> = OnceCell::const_new();

impl TestApp {
    /// Starts with the demo's accounts.
    pub(crate) async fn demo() -> Self {
        Self::start(&["--demo"]).await
    }

    /// Starts with these flags and the demo's accounts.
    pub(crate) async fn start(flags: &[&str]) -> Self {
        Self::over(demo_folder().await, flags).await
    }

    /// Starts with bearer tokens, with the keys at this address, and the demo's accounts.
    pub(crate) async fn with_keys_at(url: &str) -> Self {
        let flags = ["--jwks-url", url, "--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE];
        Self::start(&flags).await
    }

    /// Starts with bearer tokens with a shared secret, these flags and the demo's accounts.
    pub(crate) async fn with_secret(flags: &[&str]) -> Self {
        Self::over_with_secret(demo_folder().await, flags).await
    }

    /// Starts with bearer tokens with a shared secret, these flags and the database in a folder.
    pub(crate) async fn over_with_secret(folder: TempDir, flags: &[&str]) -> Self {
        let file = folder.path().join("secret").display().to_string();
        std::fs::write(&file, [&SECRET[..], b"\n"].concat()).unwrap();
        let keys = ["--jwt-secret-file", &file, "--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE];
        Self::over(folder, &[&keys, flags].concat()).await
    }

    /// Stops and starts again with the same database.
    pub(crate) async fn restart(self) -> Self {
        self.restart_with(&["--demo"]).await
    }

    /// Stops and starts again with the same database and these flags.
    pub(crate) async fn restart_with(self, flags: &[&str]) -> Self {
        self.stop.send(()).unwrap();
        self.stopped.await.unwrap();
        Self::over(self.folder, flags).await
    }

    /// Stops and starts again with the same database and bearer tokens with a shared secret.
    pub(crate) async fn restart_with_secret(self) -> Self {
        self.stop.send(()).unwrap();
        self.stopped.await.unwrap();
        Self::over_with_secret(self.folder, &[]).await
    }

    /// Stops the server, as SIGTERM does, and waits until it has stopped.
    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.stopped.await.unwrap();
    }

    /// Returns the address and the port, for requests that no HTTP library sends.
    pub(crate) fn host(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// Returns a visitor without a session.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor::new(&self.origin)
    }

    /// Returns a visitor whose requests contain a bearer token.
    pub(crate) fn bearer(&self, token: &str) -> Visitor {
        Visitor::with_token(&self.origin, token)
    }

    /// Returns a visitor with a session.
    pub(crate) async fn signed_in(&self, user_id: &str) -> Visitor {
        let visitor = self.visitor();
        assert_eq!(visitor.sign_in(user_id).await.status(), 204);
        visitor
    }

    /// Returns all mails sent since the start, sorted by recipient.
    pub(crate) fn mails(&self) -> Vec<SentMail> {
        mails_in(&self.mail_folder())
    }

    /// Returns the folder of the mails.
    pub(crate) fn mail_folder(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    /// Returns a visitor who has signed in with an invitation and accepted all their invitations.
    pub(crate) async fn joined(&self, invitation: &str) -> Visitor {
        let visitor = self.signed_in(invitation).await;
        visitor.accept_all().await;
        visitor
    }

    /// Runs SQL directly on the database, for states that requests cannot create.
    pub(crate) async fn change_database(&self, sql: &'static str) {
        let mut connection = self.database().await;
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Opens another connection to the database, like another process.
    pub(crate) async fn database(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.folder.path().join("portal.db"));
        options.connect().await.unwrap()
    }

    /// Reads one number from the database.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        let mut connection = self.database().await;
        let number = sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        number
    }

    /// Starts with the database in a folder.
    pub(crate) async fn over(folder: TempDir, flags: &[&str]) -> Self {
        let clock = Arc::new(ManualClock::new(start()));
        let settings = settings(&folder.path().join("portal.db"), flags);
        let server = Server::start(&settings, clock.clone()).await.unwrap();
        let origin = format!("http://{}", server.address());
        let (stop, told) = oneshot::channel();
        let stopped = tokio::spawn(server.run(async {
            // Dropping the sender ends the test's server too.
            let _ = told.await;
        }));
        Self { clock, origin, stop, stopped, folder }
    }
}

/// Returns the initial time of every test.
fn start() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-21T12:00:00Z").unwrap().to_utc()
}

async fn demo_folder() -> TempDir {
    let (_, template) = TEMPLATE.get_or_init(fill_template).await;
    let folder = TempDir::new().unwrap();
    std::fs::copy(template, folder.path().join("portal.db")).unwrap();
    folder
}

async fn fill_template() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("template.db");
    let clock = Arc::new(ManualClock::new(start()));
    let server = Server::start(&settings(&path, &["--demo"]), clock).await.unwrap();
    server.run(async {}).await;
    (folder, path)
}

fn settings(database: &std::path::Path, flags: &[&str]) -> Settings {
    let url = format!("sqlite://{}", database.display());
    let mail = database.with_file_name("mail").display().to_string();
    let mut line = vec!["backend", "--listen", "127.0.0.1:0", "--database-url", &url];
    line.extend(["--mail-dir", &mail]);
    // All visitors of a test have the same address.
    if !flags.contains(&"--sign-ins-per-minute") {
        line.extend(["--sign-ins-per-minute", "100000"]);
    }
    if !flags.contains(&"--static-dir") {
        line.extend(["--static-dir", "/nonexistent"]);
    }
    if flags.contains(&"--smtp-url") && !flags.contains(&"--public-url") {
        line.extend(["--public-url", "http://127.0.0.1/portal/"]);
    }
    let own = integration_types_for(database.parent().unwrap(), flags);
    let own = own.map(|file| file.display().to_string());
    if let Some(file) = &own {
        line.extend(["--integration-types", file]);
    }
    line.extend(flags);
    Settings::parse_from(line)
}
