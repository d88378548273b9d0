//! Runs the backend or one of its commands. Exit code 2 means that a setting cannot be used.

mod dropped_lines;

use std::{
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
};

use clap::Parser;
use partner_portal_backend::{
    clock::SystemClock,
    commands::{CommandError, CommandLine, Task, Work},
    connections::raise_descriptor_limit,
    server::{Server, StartError},
    settings::{LogLevel, Settings},
};
use tokio::signal::unix::{SignalKind, signal};
use tracing::Level;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::{Layer, filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

use dropped_lines::DroppedLines;

const BAD_SETTING: u8 = 2;

/// The maximum number of log lines that wait to be written.
const LOG_BUFFER: usize = 10_000;

#[tokio::main]
async fn main() -> ExitCode {
    match CommandLine::parse().into_work() {
        Work::Serve(settings) => serve(&settings).await,
        Work::Run(task) => run_task(task).await,
    }
}

/// Runs a command that ends by itself. Its result goes to standard output.
async fn run_task(task: Task) -> ExitCode {
    let text = match task.run(&SystemClock).await {
        Ok(text) => text,
        Err(error) => {
            eprintln!("error: {error}");
            return match error {
                CommandError::Setting { .. } => ExitCode::from(BAD_SETTING),
                CommandError::Failed(_) => ExitCode::FAILURE,
            };
        }
    };
    let mut stdout = io::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

async fn serve(settings: &Settings) -> ExitCode {
    // Writes the remaining log lines when it is dropped.
    let _log = log_to_standard_error(settings.log_level);
    // The message of a panic may quote personal data. The location is enough to find the bug.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panicked");
    }));
    raise_descriptor_limit();
    let server = match Server::start(settings, Arc::new(SystemClock)).await {
        Ok(server) => server,
        Err(error) => {
            tracing::error!(%error, "cannot start");
            return match error {
                StartError::Setting { .. } => ExitCode::from(BAD_SETTING),
                StartError::Program(_) => ExitCode::FAILURE,
            };
        }
    };
    match run(server).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "stopped");
            ExitCode::FAILURE
        }
    }
}

/// Configures the log. A separate thread writes the lines. If the reader of the log is too slow,
/// lines are dropped and the server continues. A later line says how many.
fn log_to_standard_error(level: LogLevel) -> WorkerGuard {
    let (writer, guard) = NonBlockingBuilder::default()
        .buffered_lines_limit(LOG_BUFFER)
        .lossy(true)
        .finish(io::stderr());
    tokio::spawn(DroppedLines::new(writer.error_counter()).report_forever());
    let lines = tracing_subscriber::fmt::layer().with_writer(writer).with_ansi(false);
    tracing_subscriber::registry().with(lines.with_filter(levels(level))).init();
    guard
}

/// Returns the levels of the log. The setting applies to this program's own lines. Libraries are
/// limited to `warn`, because their more detailed lines are not checked for personal data.
fn levels(level: LogLevel) -> Targets {
    let own = match level {
        LogLevel::Error => Level::ERROR,
        LogLevel::Warn => Level::WARN,
        LogLevel::Info => Level::INFO,
        LogLevel::Debug => Level::DEBUG,
    };
    Targets::new().with_default(own.min(Level::WARN)).with_target("partner_portal_backend", own)
}

async fn run(server: Server) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut stdout = io::stdout();
    writeln!(stdout, "listening on http://{}", server.address())?;
    stdout.flush()?;
    server
        .run(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
        .await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_log_warnings_and_errors_only() {
        for level in [LogLevel::Info, LogLevel::Debug] {
            let levels = levels(level);
            assert!(levels.would_enable("sqlx::query", &Level::WARN), "{level:?}");
            assert!(!levels.would_enable("sqlx::query", &Level::INFO), "{level:?}");
            assert!(levels.would_enable("partner_portal_backend::mail", &Level::INFO), "{level:?}");
        }
        assert!(!levels(LogLevel::Error).would_enable("sqlx::query", &Level::WARN));
    }
}
