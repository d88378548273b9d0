//! Tests the subcommands of the program.

mod backup;
mod help;
mod init;
mod policy;
mod support;
mod token;
