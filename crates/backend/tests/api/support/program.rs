//! Runs the backend's program, with its command line, outputs and signals.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::Duration,
};

use crate::support::{own_platform::integration_types_for, visitor::Visitor};

/// The path of the built backend.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_partner-portal-backend");

/// A running process. It is killed when the test ends.
pub(crate) struct Program {
    child: Child,
    log: std::path::PathBuf,
    pub(crate) first_line: String,
}

impl Program {
    /// Starts in an empty environment and waits for the first line on standard output.
    pub(crate) fn start(folder: &Path, flags: &[&str]) -> Self {
        Self::spawn(folder, command(folder, flags))
    }

    /// Starts with only these settings in the environment.
    pub(crate) fn with_environment(
        folder: &Path,
        flags: &[&str],
        environment: &BTreeMap<String, String>,
    ) -> Self {
        let mut command = Command::new(PROGRAM);
        command.current_dir(folder).env_clear().args(flags).envs(environment);
        Self::spawn(folder, command)
    }

    /// Starts as a process with a limited number of file descriptors.
    pub(crate) fn with_descriptors(number: u32, folder: &Path, flags: &[&str]) -> Self {
        let mut shell = Command::new("/bin/sh");
        let script = format!("ulimit -n {number} && exec \"$@\"");
        shell.args(["-c", &script, "sh", PROGRAM]);
        Self::spawn(folder, prepared(shell, folder, flags))
    }

    /// Starts as a process for [`Self::limit_files`]. Exceeding the limit is an error as on a full
    /// disk, and not a signal.
    pub(crate) fn with_limited_files(folder: &Path, flags: &[&str]) -> Self {
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", "trap '' XFSZ && exec \"$@\"", "sh", PROGRAM]);
        Self::spawn(folder, prepared(shell, folder, flags))
    }

    /// Sets the maximum size of files that the process writes, in bytes or `unlimited`.
    pub(crate) fn limit_files(&self, bytes: &str) {
        let pid = self.child.id().to_string();
        let limit = format!("--fsize={bytes}:unlimited");
        let limited = Command::new("prlimit").args(["--pid", &pid, &limit]).status().unwrap();
        assert!(limited.success());
    }

    /// Starts with a log pipe that is never read.
    pub(crate) fn with_unread_log(folder: &Path, flags: &[&str]) -> Self {
        let mut child =
            command(folder, flags).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let first_line = first_line(&mut child);
        Self { child, log: folder.join("none"), first_line }
    }

    fn spawn(folder: &Path, mut command: Command) -> Self {
        let log = folder.join("stderr.log");
        let mut child =
            command.stdout(Stdio::piped()).stderr(File::create(&log).unwrap()).spawn().unwrap();
        let first_line = first_line(&mut child);
        Self { child, log, first_line }
    }

    pub(crate) fn visitor(&self) -> Visitor {
        Visitor::new(self.first_line.trim().strip_prefix("listening on ").unwrap())
    }

    /// Returns the address and the port.
    pub(crate) fn host(&self) -> &str {
        self.first_line.trim().strip_prefix("listening on http://").unwrap()
    }

    /// Sends a signal such as `TERM` and waits for the end of the process.
    pub(crate) fn signal(&mut self, name: &str) -> ExitStatus {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap()
    }

    /// Waits until `lines` lines of the log contain all of `parts`.
    pub(crate) async fn has_logged(&self, lines: usize, parts: &[&str]) {
        let is_meant = |line: &&str| parts.iter().all(|part| line.contains(part));
        let logged = async {
            while self.log().lines().filter(is_meant).count() < lines {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), logged).await.expect("it is logged");
    }

    /// Returns the standard error output so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // The process may already have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs the program until it ends by itself.
pub(crate) fn run(folder: &Path, flags: &[&str], environment: &[(&str, &str)]) -> Output {
    command(folder, flags).envs(environment.iter().copied()).output().unwrap()
}

fn first_line(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    line
}

/// Runs a command of the program in a folder, without any settings in the environment.
pub(crate) fn run_command(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM).current_dir(folder).env_clear().args(arguments).output().unwrap()
}

fn command(folder: &Path, flags: &[&str]) -> Command {
    prepared(Command::new(PROGRAM), folder, flags)
}

/// Adds what every start of the server needs.
fn prepared(mut command: Command, folder: &Path, flags: &[&str]) -> Command {
    command.current_dir(folder).env_clear().args(flags);
    if let Some(file) = integration_types_for(folder, flags) {
        command.env("PORTAL_INTEGRATION_TYPES", file);
    }
    command
}
