//! The settings from the command line and the environment. Knows no HTTP and no SQL.

use std::{
    net::{SocketAddr, ToSocketAddrs},
    path::PathBuf,
};

use axum::http::HeaderName;
use clap::{Args, Parser, ValueEnum, builder::BoolishValueParser};
use url::Url;

use crate::{
    auth::AuthSettings, http::cors::AllowedOrigin, mail::MailSettings,
    rules::limits::LimitsSettings, storage::DatabaseUrl,
};

/// The reference backend of the partner portal.
///
/// Every setting can also be given as the environment variable named beside it.
#[derive(Clone, Debug, Parser)]
#[command(name = "partner-portal-backend", version)]
pub struct Settings {
    /// The address to listen on; port 0 picks a free port and prints it.
    #[arg(long, env = "PORTAL_LISTEN", value_name = "HOST:PORT", default_value = "127.0.0.1:8080", value_parser = parse_listen)]
    pub listen: SocketAddr,

    /// The database.
    #[command(flatten)]
    pub database: DatabaseSettings,

    /// The folder of the built frontend.
    #[arg(long, env = "PORTAL_STATIC_DIR", value_name = "DIR", default_value = "dist")]
    pub static_dir: PathBuf,

    /// The page that contains the portal, for the links in mails. Required with --smtp-url
    /// [default: this server's own /portal/].
    #[arg(long, env = "PORTAL_PUBLIC_URL", value_name = "URL", value_parser = parse_page_url)]
    pub public_url: Option<Url>,

    /// The page where users sign in. This server's own /portal/ redirects to it, with the path to
    /// return to in the query [default with --demo: the demo's page].
    #[arg(long, env = "PORTAL_SIGN_IN_URL", value_name = "URL", value_parser = parse_page_url)]
    pub sign_in_url: Option<Url>,

    /// The settings for mails.
    #[command(flatten)]
    pub mail: MailSettings,

    /// The settings of the rate limits.
    #[command(flatten)]
    pub limits: LimitsSettings,

    /// The number of connections that may be open at once, with two descriptors each; half of them
    /// may wait for their client.
    #[arg(long, env = "PORTAL_MAX_CONNECTIONS", value_name = "NUMBER", default_value_t = 4096, value_parser = parse_max_connections)]
    pub max_connections: usize,

    /// The header whose last entry is the client's address, such as x-forwarded-for. Only behind a
    /// proxy that always sets it.
    #[arg(long, env = "PORTAL_CLIENT_ADDRESS_HEADER", value_name = "HEADER")]
    pub client_address_header: Option<HeaderName>,

    /// A TOML file with the platform's name, its integration types and the requirements of each
    /// environment. Required without --demo; `init` writes one to begin from.
    #[arg(long, env = "PORTAL_INTEGRATION_TYPES", value_name = "FILE")]
    pub integration_types: Option<PathBuf>,

    /// The settings for bearer tokens.
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

    /// The amount of detail in the log about requests and refusals; never personal data.
    #[arg(
        long,
        env = "PORTAL_LOG_LEVEL",
        value_name = "error|warn|info|debug",
        default_value = "info"
    )]
    pub log_level: LogLevel,

    /// Fill an empty database with made-up accounts, and let every visitor sign in as any user.
    #[arg(long, env = "PORTAL_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,

    /// For tests only: let every caller make requests fail with PUT /api/v1/test/faults.
    #[arg(long)]
    pub test_faults: bool,
}

/// The setting that names the database.
#[derive(Args, Clone, Debug)]
#[group(skip)]
pub struct DatabaseSettings {
    /// The database.
    #[arg(
        id = "database_url",
        long = "database-url",
        env = "PORTAL_DATABASE_URL",
        value_name = "URL",
        default_value = "sqlite://var/portal.db",
        help = "Where the data is kept: sqlite://PATH, created when it does not exist"
    )]
    pub url: DatabaseUrl,
}

/// The amount of detail in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// Failures that keep the server from handling a request.
    Error,
    /// Also problems that an administrator should look at.
    Warn,
    /// Also every response.
    Info,
    /// Also every request when it arrives, and the reasons for refusing bearer tokens.
    Debug,
}

/// Parses an http or https address without a query.
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

/// Parses the address. `:8080` alone means this machine only.
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
    fn a_page_address_has_no_query_fragment_or_credentials() {
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
