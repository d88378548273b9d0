//! Reads and validates the settings for bearer tokens. Knows no tokens.

use std::{fmt, fs, net::IpAddr, path::PathBuf, str::FromStr};

use axum::http::Uri;
use clap::{Args, builder::NonEmptyStringValueParser};

/// The minimum length of the secret in bytes: the length of the hash (RFC 7518, section 3.2).
const SHORTEST_SECRET: usize = 32;

/// The settings for bearer tokens.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub struct AuthSettings {
    /// The address at which the issuer publishes its keys, for bearer tokens with RS256 or ES256;
    /// https, or http on this machine.
    #[arg(long, env = "PORTAL_JWKS_URL", value_name = "URL", conflicts_with = "jwt_secret_file", requires_all = ["jwt_issuer", "jwt_audience"])]
    pub jwks_url: Option<JwksUrl>,

    /// The file with the secret that is shared with the issuer, for bearer tokens with HS256; at
    /// least 32 bytes, not counting a line break at the end.
    #[arg(long, env = "PORTAL_JWT_SECRET_FILE", value_name = "FILE", requires_all = ["jwt_issuer", "jwt_audience"])]
    pub jwt_secret_file: Option<PathBuf>,

    /// The `iss` that bearer tokens must have.
    #[arg(long, env = "PORTAL_JWT_ISSUER", value_name = "ISSUER", value_parser = NonEmptyStringValueParser::new())]
    pub jwt_issuer: Option<String>,

    /// The `aud` that bearer tokens must have or contain.
    #[arg(long, env = "PORTAL_JWT_AUDIENCE", value_name = "AUDIENCE", value_parser = NonEmptyStringValueParser::new())]
    pub jwt_audience: Option<String>,
}

/// The setting that cannot be used, and the reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting}: {reason}")]
pub struct AuthSettingsError {
    /// The name of the flag.
    pub setting: &'static str,
    /// The reason why the value cannot be used.
    pub reason: String,
}

/// The source of the key that verifies signatures.
pub(super) enum KeySource {
    Secret(Vec<u8>),
    Url(JwksUrl),
}

impl AuthSettings {
    /// Returns the source of the keys, the issuer and the audience, or `None` if no keys are set.
    pub(super) fn configured(
        &self,
    ) -> Result<Option<(KeySource, String, String)>, AuthSettingsError> {
        let source = match (&self.jwks_url, &self.jwt_secret_file) {
            (Some(url), _) => KeySource::Url(url.clone()),
            (None, Some(file)) => KeySource::Secret(read_secret(file)?),
            (None, None) => return self.nothing_without_keys(),
        };
        let named = |value: &Option<String>, setting| {
            let reason = || "must say whose bearer tokens count".to_owned();
            value.clone().ok_or_else(|| AuthSettingsError { setting, reason: reason() })
        };
        let issuer = named(&self.jwt_issuer, "--jwt-issuer")?;
        let audience = named(&self.jwt_audience, "--jwt-audience")?;
        Ok(Some((source, issuer, audience)))
    }

    fn nothing_without_keys<T>(&self) -> Result<Option<T>, AuthSettingsError> {
        let named = [("--jwt-issuer", &self.jwt_issuer), ("--jwt-audience", &self.jwt_audience)];
        match named.into_iter().find(|(_, value)| value.is_some()) {
            None => Ok(None),
            Some((setting, _)) => {
                let reason = "means nothing without --jwks-url or --jwt-secret-file".to_owned();
                Err(AuthSettingsError { setting, reason })
            }
        }
    }
}

fn read_secret(file: &PathBuf) -> Result<Vec<u8>, AuthSettingsError> {
    let wrong = |reason| AuthSettingsError { setting: "--jwt-secret-file", reason };
    let mut secret =
        fs::read(file).map_err(|error| wrong(format!("{}: {error}", file.display())))?;
    // Editors and `echo` add a line break at the end.
    for line_break in [b'\n', b'\r'] {
        if secret.last() == Some(&line_break) {
            secret.pop();
        }
    }
    if secret.len() < SHORTEST_SECRET {
        let length = secret.len();
        return Err(wrong(format!("{length} bytes are too few; {SHORTEST_SECRET} are needed")));
    }
    Ok(secret)
}

/// An address whose response can be trusted, because the request uses TLS or stays on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JwksUrl {
    text: String,
    is_loopback: bool,
}

/// The reason why an address cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum JwksUrlError {
    #[error("no absolute URL")]
    NoUrl,
    #[error("a name or a password does not belong into the URL")]
    Credentials,
    #[error("only https is safe; http works on this machine only")]
    Unsafe,
}

impl FromStr for JwksUrl {
    type Err = JwksUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url: Uri = text.parse().map_err(|_| JwksUrlError::NoUrl)?;
        let (Some(scheme), Some(authority)) = (url.scheme_str(), url.authority()) else {
            return Err(JwksUrlError::NoUrl);
        };
        if authority.as_str().contains('@') {
            return Err(JwksUrlError::Credentials);
        }
        let host = authority.host();
        let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        let is_loopback = host == "localhost" || address.is_ok_and(|it| it.is_loopback());
        match scheme {
            "https" => Ok(Self { text: text.to_owned(), is_loopback: false }),
            "http" if is_loopback => Ok(Self { text: text.to_owned(), is_loopback }),
            _ => Err(JwksUrlError::Unsafe),
        }
    }
}

impl JwksUrl {
    /// Returns the address as the setting contains it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Checks whether the address is plain http on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        self.is_loopback
    }
}

impl fmt::Display for JwksUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_fetched_over_tls_or_from_this_machine() {
        for url in [
            "https://id.example.com/.well-known/jwks.json",
            "https://id.example.com:8443/keys?tenant=1",
            "http://localhost:9000/jwks",
            "http://127.0.0.1/jwks",
            "http://[::1]:9000/jwks",
        ] {
            assert_eq!(url.parse::<JwksUrl>().map(|it| it.to_string()), Ok(url.to_owned()));
        }
        for (url, error) in [
            ("", JwksUrlError::NoUrl),
            ("/jwks", JwksUrlError::NoUrl),
            ("id.example.com", JwksUrlError::NoUrl),
            ("http://id.example.com/jwks", JwksUrlError::Unsafe),
            ("http://localhost.example.com/jwks", JwksUrlError::Unsafe),
            ("http://127.0.0.1.example.com/jwks", JwksUrlError::Unsafe),
            ("ftp://id.example.com/jwks", JwksUrlError::Unsafe),
            ("https://user:pass@id.example.com/jwks", JwksUrlError::Credentials),
            ("http://localhost@id.example.com/jwks", JwksUrlError::Credentials),
        ] {
            assert_eq!(url.parse::<JwksUrl>(), Err(error), "{url}");
        }
    }
}
