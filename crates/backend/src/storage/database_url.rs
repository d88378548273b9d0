//! Parses the address of the database. An accepted address means the same to sqlx. An address that
//! sqlx would understand differently than an administrator expects is refused with a specific
//! error.

use std::{path::PathBuf, str::FromStr};

use percent_encoding::percent_decode_str;
use url::form_urlencoded;

/// The address of a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file on this machine. It is created if it does not exist.
    Sqlite(PathBuf),
}

/// The reason why an address cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum DatabaseUrlError {
    #[error("only sqlite://PATH is supported")]
    UnsupportedScheme,
    #[error("sqlite:// must be followed by the path of a file")]
    NoPath,
    #[error("SQLite gives names that begin with `:` or `file:` a meaning of their own")]
    SpecialName,
    #[error("`~` is not the home folder here: write the folder's path")]
    HomeFolder,
    #[error("the path begins or ends with white space")]
    OuterWhiteSpace,
    #[error("the path has a control character")]
    ControlCharacter,
    #[error("a `%` in the path must be written as `%25`, and what follows it must be UTF-8")]
    Encoding,
    #[error("of the parameters only `mode=rwc` is supported, not `{0}`")]
    UnsupportedParameter(String),
}

impl FromStr for DatabaseUrl {
    type Err = DatabaseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix("sqlite://").ok_or(DatabaseUrlError::UnsupportedScheme)?;
        let (encoded, parameters) = rest.split_once('?').unwrap_or((rest, ""));
        check_parameters(parameters)?;
        let path = decoded(encoded)?;
        // Each connection opens its own in-memory database, so the pool's connections would not
        // share data.
        if path.starts_with(':') || path.starts_with("file:") {
            return Err(DatabaseUrlError::SpecialName);
        }
        if path.is_empty() || path.ends_with('/') {
            return Err(DatabaseUrlError::NoPath);
        }
        if path == "~" || path.starts_with("~/") {
            return Err(DatabaseUrlError::HomeFolder);
        }
        if path.trim() != path {
            return Err(DatabaseUrlError::OuterWhiteSpace);
        }
        if path.contains(char::is_control) {
            return Err(DatabaseUrlError::ControlCharacter);
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

/// Refuses every parameter except `mode=rwc`, which changes nothing because a missing file is
/// always created.
fn check_parameters(parameters: &str) -> Result<(), DatabaseUrlError> {
    let unsupported = form_urlencoded::parse(parameters.as_bytes())
        .find(|(name, value)| (&**name, &**value) != ("mode", "rwc"));
    match unsupported {
        None => Ok(()),
        Some((name, value)) => {
            Err(DatabaseUrlError::UnsupportedParameter(format!("{name}={value}")))
        }
    }
}

fn decoded(path: &str) -> Result<String, DatabaseUrlError> {
    let is_encoded = |rest: &str| {
        rest.get(..2).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
    };
    if !path.split('%').skip(1).all(is_encoded) {
        return Err(DatabaseUrlError::Encoding);
    }
    let decoded = percent_decode_str(path).decode_utf8().map_err(|_| DatabaseUrlError::Encoding)?;
    Ok(decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use sqlx::sqlite::SqliteConnectOptions;

    use super::*;

    #[test]
    fn sqlx_opens_the_same_file_for_an_accepted_address() {
        for (text, path) in [
            ("sqlite://var/a.db", "var/a.db"),
            ("sqlite:///srv/a.db", "/srv/a.db"),
            ("sqlite:///srv/a.db?mode=rwc", "/srv/a.db"),
            ("sqlite://var/a%20b.db", "var/a b.db"),
            ("sqlite://var/a b.db", "var/a b.db"),
            ("sqlite://var/a%3Fb%25.db", "var/a?b%.db"),
            ("sqlite://var/caf%C3%A9~.db", "var/café~.db"),
        ] {
            assert_eq!(text.parse(), Ok(DatabaseUrl::Sqlite(path.into())), "{text}");
            let sqlx: SqliteConnectOptions = text.parse().unwrap();
            assert_eq!(sqlx.get_filename(), Path::new(path), "{text}");
        }
    }

    #[test]
    fn an_ambiguous_or_unsupported_address_is_refused_with_its_reason() {
        use DatabaseUrlError as Error;
        let parameter = |text: &str| Error::UnsupportedParameter(text.to_owned());
        for (text, error) in [
            ("postgres://host/db", Error::UnsupportedScheme),
            ("var/a.db", Error::UnsupportedScheme),
            ("sqlite:a.db", Error::UnsupportedScheme),
            ("sqlite://", Error::NoPath),
            ("sqlite://?mode=rwc", Error::NoPath),
            ("sqlite://var/", Error::NoPath),
            ("sqlite://:memory:", Error::SpecialName),
            ("sqlite://%3Amemory%3A", Error::SpecialName),
            ("sqlite://file:a.db?mode=rwc", Error::SpecialName),
            ("sqlite://~/a.db", Error::HomeFolder),
            ("sqlite://%7E/a.db", Error::HomeFolder),
            ("sqlite://var/a.db ", Error::OuterWhiteSpace),
            ("sqlite:// var/a.db", Error::OuterWhiteSpace),
            ("sqlite://var/a.db%20", Error::OuterWhiteSpace),
            ("sqlite://var/a%00.db", Error::ControlCharacter),
            ("sqlite://var/100%.db", Error::Encoding),
            ("sqlite://var/%FF.db", Error::Encoding),
            ("sqlite://var/a.db?mode=ro", parameter("mode=ro")),
            ("sqlite://var/a.db?mode=rw", parameter("mode=rw")),
            ("sqlite://var/a.db?mode=memory", parameter("mode=memory")),
            ("sqlite://var/a.db?mode=rwc&cache=shared", parameter("cache=shared")),
        ] {
            assert_eq!(text.parse::<DatabaseUrl>(), Err(error), "{text}");
        }
    }
}
