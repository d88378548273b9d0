//! What the operator sets on the command line or in the environment. Knows no HTTP and no SQL.

use std::{
    net::{SocketAddr, ToSocketAddrs},
    path::PathBuf,
};

use axum::http::HeaderName;
use clap::{Parser, ValueEnum, builder::BoolishValueParser, value_parser};
use url::Url;

use crate::{auth::AuthSettings, cors::AllowedOrigin, mail::SmtpUrl, storage::DatabaseUrl};

/// The reference backend of the partner portal.
///
/// Every setting can also be given as the environment variable named beside it.
#[derive(Clone, Debug, Parser)]
#[command(name = "partner-portal-backend", version)]
pub struct Settings {
    /// The address to listen on; port 0 picks a free port and prints it.
    #[arg(long, env = "PORTAL_LISTEN", value_name = "HOST:PORT", default_value = "127.0.0.1:8080", value_parser = parse_listen)]
    pub listen: SocketAddr,

    /// Where the data is kept.
    #[arg(
        long,
        env = "PORTAL_DATABASE_URL",
        value_name = "URL",
        default_value = "sqlite://var/portal.db",
        help = "Where the data is kept: sqlite://PATH, created when it does not exist"
    )]
    pub database_url: DatabaseUrl,

    /// The built frontend.
    #[arg(long, env = "PORTAL_STATIC_DIR", value_name = "DIR", default_value = "dist")]
    pub static_dir: PathBuf,

    /// The page that holds the portal; mails lead there. Required with --smtp-url [default: this
    /// server's own /portal/].
    #[arg(long, env = "PORTAL_PUBLIC_URL", value_name = "URL", value_parser = parse_page_url)]
    pub public_url: Option<Url>,

    /// The page where people sign in, to which this server's own /portal/ sends them with the path
    /// to come back to in its query; with --demo, the demo's.
    #[arg(long, env = "PORTAL_SIGN_IN_URL", value_name = "URL", value_parser = parse_page_url)]
    pub sign_in_url: Option<Url>,

    /// The mail server: smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host
    /// if it asks for them; without one, mails are written into --mail-dir.
    #[arg(long, env = "PORTAL_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<SmtpUrl>,

    /// Where mails are written as .eml files while no mail server is set; created when missing.
    #[arg(long, env = "PORTAL_MAIL_DIR", value_name = "DIR", default_value = "var/mail")]
    pub mail_dir: PathBuf,

    /// The sender of mails.
    #[arg(
        long,
        env = "PORTAL_MAIL_FROM",
        value_name = "NAME <ADDRESS>",
        default_value = "Partner Portal <no-reply@localhost>"
    )]
    pub mail_from: String,

    /// How often one client address may try to sign in within a minute.
    #[arg(long, env = "PORTAL_SIGN_INS_PER_MINUTE", value_name = "NUMBER", default_value_t = 30, value_parser = value_parser!(u32).range(1..))]
    pub sign_ins_per_minute: u32,

    /// How many invitations one account may send within an hour.
    #[arg(long, env = "PORTAL_INVITATIONS_PER_HOUR", value_name = "NUMBER", default_value_t = 100, value_parser = value_parser!(u32).range(1..))]
    pub invitations_per_hour: u32,

    /// How many connections may be open at once, two descriptors each; half of them may wait for
    /// their client.
    #[arg(long, env = "PORTAL_MAX_CONNECTIONS", value_name = "NUMBER", default_value_t = 4096, value_parser = parse_max_connections)]
    pub max_connections: usize,

    /// Behind a proxy: the header whose last entry is the client's address, such as
    /// x-forwarded-for. Only for a proxy that always sets it.
    #[arg(long, env = "PORTAL_CLIENT_ADDRESS_HEADER", value_name = "HEADER")]
    pub client_address_header: Option<HeaderName>,

    /// A TOML file with the platform's name, its integration types and what each environment asks
    /// for; without it, those that the program carries.
    #[arg(long, env = "PORTAL_INTEGRATION_TYPES", value_name = "FILE")]
    pub integration_types: Option<PathBuf>,

    /// Whose bearer tokens count.
    #[command(flatten)]
    pub auth: AuthSettings,

    /// An origin whose pages may call the API with bearer tokens, such as
    /// <https://partners.example.com>; can be repeated.
    #[arg(
        long = "allowed-origin",
        env = "PORTAL_ALLOWED_ORIGINS",
        value_name = "ORIGIN",
        value_delimiter = ','
    )]
    pub allowed_origins: Vec<AllowedOrigin>,

    /// How much is logged about requests and refusals; never anything personal.
    #[arg(
        long,
        env = "PORTAL_LOG_LEVEL",
        value_name = "error|warn|info|debug",
        default_value = "info"
    )]
    pub log_level: LogLevel,

    /// Fill an empty database with made-up accounts and let anybody sign in as anybody.
    #[arg(long, env = "PORTAL_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,

    /// For tests only: let anybody make requests fail with PUT /api/v1/test/faults.
    #[arg(long)]
    pub test_faults: bool,
}

/// How much of what happens is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// What keeps the server from doing what it was asked.
    Error,
    /// And what an operator should look at.
    Warn,
    /// And every answer.
    Info,
    /// And every request as it comes, and why bearer tokens were refused.
    Debug,
}

/// An http or https address that a query can be added to.
fn parse_page_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let is_page = matches!(url.scheme(), "http" | "https")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if is_page {
        Ok(url)
    } else {
        Err("must be http://HOST/PATH or https://HOST/PATH, without anything else".to_owned())
    }
}

fn parse_max_connections(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("must be a number from 1".to_owned()),
        Ok(number) => Ok(number),
    }
}

/// `:8080` alone means this machine only.
fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    let address = if text.starts_with(':') { format!("127.0.0.1{text}") } else { text.to_owned() };
    address
        .to_socket_addrs()
        .map_err(|error| error.to_string())?
        .next()
        .ok_or_else(|| "the host name has no address".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_an_address_and_nothing_else() {
        for text in ["https://partners.example.com/portal", "http://127.0.0.1:8080/portal/"] {
            assert!(parse_page_url(text).is_ok(), "{text}");
        }
        for text in [
            "partners.example.com",
            "ftp://partners.example.com",
            "https://a:b@partners.example.com",
            "https://partners.example.com/?a=b",
            "https://partners.example.com/#a",
        ] {
            assert!(parse_page_url(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_port_alone_listens_on_this_machine_only() {
        assert_eq!(parse_listen(":8081"), Ok("127.0.0.1:8081".parse().unwrap()));
        assert!(parse_listen("8081").is_err());
        assert!(parse_listen("127.0.0.1:99999").is_err());
    }
}
