//! The subcommands of the program. Without a subcommand the program serves.

mod backup;
mod error;
mod init;
mod migrate;
mod open;
mod policy;
mod token;
mod token_lifetime;

use clap::{Parser, Subcommand};

use crate::{clock::Clock, settings::Settings};

pub use error::CommandError;

/// The reference backend of the partner portal.
///
/// Without a command it serves. Every setting can also be given as the environment variable named
/// beside it.
#[derive(Debug, Parser)]
#[command(name = "partner-portal-backend", version, args_conflicts_with_subcommands = true)]
pub struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    settings: Settings,
}

/// The work that the command line asks for.
#[derive(Debug)]
pub enum Work {
    /// Serve with these settings.
    Serve(Box<Settings>),
    /// Run a command that ends by itself.
    Run(Task),
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal's API and its page. This is also what the program does without a command
    Serve(Box<Settings>),
    #[command(flatten)]
    Task(Task),
}

/// A command that ends by itself.
#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "the types of the commands have the text of their help")]
pub enum Task {
    Migrate(migrate::Migrate),
    Init(init::Init),
    /// Create, list and revoke the tokens with which your own systems call the operator's API
    Token {
        /// The work with the tokens.
        #[command(subcommand)]
        command: token::TokenCommand,
    },
    Backup(backup::Backup),
    /// Try out a change of the integration types
    Policy {
        /// The work with the integration types.
        #[command(subcommand)]
        command: policy::PolicyCommand,
    },
}

impl CommandLine {
    /// Returns the work that the command line asks for.
    pub fn into_work(self) -> Work {
        match self.command {
            None => Work::Serve(Box::new(self.settings)),
            Some(Command::Serve(settings)) => Work::Serve(settings),
            Some(Command::Task(task)) => Work::Run(task),
        }
    }
}

impl Task {
    /// Runs the command and returns the text for standard output.
    ///
    /// # Errors
    /// The command could not do its work. It has changed nothing.
    pub async fn run(self, clock: &dyn Clock) -> Result<String, CommandError> {
        match self {
            Self::Migrate(command) => command.run().await,
            Self::Init(command) => command.run(),
            Self::Token { command } => command.run(clock).await,
            Self::Backup(command) => command.run().await,
            Self::Policy { command } => command.run().await,
        }
    }
}
