//! `token`: creates, lists and revokes the tokens of the operator's own systems.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand, ValueEnum};

use super::{CommandError, open, token_lifetime::TokenLifetime};
use crate::{
    auth::operator_token,
    clock::{Clock, rfc3339},
    random,
    settings::DatabaseSettings,
    storage::operator_tokens::{OperatorToken, TokenScope},
};

/// The maximum length of a name in characters.
const LONGEST_NAME: usize = 100;

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    Create(Create),
    List(List),
    Revoke(Revoke),
}

/// Create a token for one of your own systems and print it.
///
/// The token is shown only this once, because the database stores only its SHA-256. A system sends
/// it as `Authorization: Bearer TOKEN` with each request to /api/v1/operator. It is the only line on
/// standard output.
#[derive(Args, Debug)]
pub struct Create {
    /// A name by which you recognise the system, unique among the tokens that are not revoked.
    #[arg(long, value_name = "NAME", value_parser = parse_name)]
    name: String,
    /// The requests that the token permits: `read` changes nothing.
    #[arg(long, value_name = "read|write")]
    scope: Scope,
    /// The time until the token is refused, in hours or days.
    #[arg(long, value_name = "90d", default_value = "90d")]
    expires: TokenLifetime,
    #[command(flatten)]
    database: DatabaseSettings,
}

/// List all tokens, the oldest first, with id, name, scope, expiry and state.
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    database: DatabaseSettings,
}

/// Revoke a token. A running server refuses it with the next request.
#[derive(Args, Debug)]
pub struct Revoke {
    /// The id or the name of the token, as `token list` shows it.
    #[arg(value_name = "ID|NAME")]
    token: String,
    #[command(flatten)]
    database: DatabaseSettings,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Scope {
    Read,
    Write,
}

impl TokenCommand {
    pub(super) async fn run(self, clock: &dyn Clock) -> Result<String, CommandError> {
        match self {
            Self::Create(command) => command.run(clock.now()).await,
            Self::List(command) => command.run(clock.now()).await,
            Self::Revoke(command) => command.run(clock.now()).await,
        }
    }
}

impl Create {
    async fn run(self, now: DateTime<Utc>) -> Result<String, CommandError> {
        let storage = open::existing(&self.database).await?;
        let secret = operator_token::generate().map_err(|error| CommandError::failed(&error))?;
        let id = random::stored_id().map_err(|error| CommandError::failed(&error))?;
        let token = OperatorToken {
            id: format!("tok_{}", &id[..16]),
            name: self.name,
            scope: match self.scope {
                Scope::Read => TokenScope::Read,
                Scope::Write => TokenScope::Write,
            },
            created_at: now,
            expires_at: now + self.expires.0,
            revoked_at: None,
        };
        let added = storage.add_operator_token(&token, &operator_token::hash(&secret)).await;
        storage.close().await;
        match added {
            Ok(true) => Ok(format!("{secret}\n")),
            Ok(false) => Err(CommandError::Setting {
                setting: "--name",
                reason: format!(
                    "`{}` is in use: choose another name, or run `token revoke` first",
                    token.name
                ),
            }),
            Err(error) => Err(CommandError::failed(&error)),
        }
    }
}

impl List {
    async fn run(self, now: DateTime<Utc>) -> Result<String, CommandError> {
        let storage = open::existing(&self.database).await?;
        let tokens = storage.operator_tokens().await;
        storage.close().await;
        Ok(table(&tokens.map_err(|error| CommandError::failed(&error))?, now))
    }
}

impl Revoke {
    async fn run(self, now: DateTime<Utc>) -> Result<String, CommandError> {
        let storage = open::existing(&self.database).await?;
        let revoked = storage.revoke_operator_token(&self.token, now).await;
        storage.close().await;
        match revoked.map_err(|error| CommandError::failed(&error))? {
            Some(token) => Ok(format!("revoked {} ({})\n", token.name, token.id)),
            None => Err(CommandError::Setting {
                setting: "ID|NAME",
                reason: format!("no token `{}` is left to revoke", self.token),
            }),
        }
    }
}

/// Writes one line per token. The name is last, because it may contain spaces.
fn table(tokens: &[OperatorToken], now: DateTime<Utc>) -> String {
    let mut text = format!(
        "{:<20}  {:<5}  {:<20}  {:<20}  {:<7}  NAME\n",
        "ID", "SCOPE", "CREATED", "EXPIRES", "STATE"
    );
    for token in tokens {
        let state = match token.revoked_at {
            Some(_) => "revoked",
            None if token.is_valid(now) => "valid",
            None => "expired",
        };
        let OperatorToken { id, name, scope, created_at, expires_at, .. } = token;
        let (created, expires) = (rfc3339(*created_at), rfc3339(*expires_at));
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{id:<20}  {:<5}  {created:<20}  {expires:<20}  {state:<7}  {name}",
            scope.as_str()
        );
    }
    text
}

fn parse_name(text: &str) -> Result<String, &'static str> {
    let name = text.trim();
    let is_name = (1..=LONGEST_NAME).contains(&name.chars().count())
        && !name.contains(char::is_control)
        && !name.starts_with("tok_");
    if is_name {
        Ok(name.to_owned())
    } else {
        Err("must be one line of 1 to 100 characters that does not begin like an id (tok_)")
    }
}
