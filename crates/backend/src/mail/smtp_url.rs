//! Parses the address of the mail server. It may contain a password, so neither `Debug` nor an
//! error message prints it.

use std::{convert::Infallible, fmt, str::FromStr, time::Duration};

use lettre::{AsyncSmtpTransport, Tokio1Executor};
use url::{Host, Url};

/// The value of `--smtp-url`. Parsing never fails, because an error message of the command line
/// would repeat the value. The value is checked when the server starts.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl(String);

/// The maximum time for sending one message. RFC 5321 (4.5.3.2) allows this time for all steps,
/// from the greeting to the answer to the end of the message. A client that gives up earlier would
/// send a message twice if the server accepts it later.
pub(super) const PATIENCE: Duration = Duration::from_mins(30);

/// The maximum time for connecting.
const CONNECT: Duration = Duration::from_mins(1);

impl SmtpUrl {
    /// Creates the transport. `Err` describes the expected format.
    ///
    /// Plain `smtp://` uses STARTTLS if the server offers it. With a password or with
    /// `?tls=required`, the server must offer it. A server on this machine is exempt.
    pub(super) fn open(&self) -> Result<AsyncSmtpTransport<Tokio1Executor>, &'static str> {
        const EXPECTED: &str = "must be smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host \
             when the server asks for them";
        let mut url = Url::parse(&self.0).map_err(|_| EXPECTED)?;
        if !matches!(url.scheme(), "smtp" | "smtps") || url.host_str().is_none_or(str::is_empty) {
            return Err(EXPECTED);
        }
        let has_user = !url.username().is_empty();
        if has_user != url.password().is_some() {
            return Err("a user needs a password, and a password a user");
        }
        let says_tls = url.query_pairs().any(|(key, _)| key == "tls");
        if url.scheme() == "smtp" && !says_tls && !is_this_machine(&url) {
            let tls = if has_user { "required" } else { "opportunistic" };
            if url.port().is_none() {
                // Uses port 25 by default, with and without encryption.
                url.set_port(Some(25)).map_err(|()| EXPECTED)?;
            }
            url.query_pairs_mut().append_pair("tls", tls);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str());
        Ok(builder.map_err(|_| EXPECTED)?.timeout(Some(CONNECT)).build())
    }
}

fn is_this_machine(url: &Url) -> bool {
    // `smtp` is not a special scheme of the URL standard, so the parser keeps the host as text,
    // even if it is an IP address.
    let host = url.host_str().and_then(|host| Host::parse(host).ok());
    match host {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

impl FromStr for SmtpUrl {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmtpUrl(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_invalid_smtp_url_is_refused_without_repeating_it() {
        for text in [
            "smtp://mail.example.com",
            "smtp://mail.example.com:2525",
            "smtps://user:p%40ss@mail.example.com",
            "smtp://user:pass@mail.example.com:587",
            "smtp://user:pass@127.0.0.1:2525",
            "smtp://[::1]:25",
            "smtp://mail.example.com?tls=required",
        ] {
            assert!(SmtpUrl(text.to_owned()).open().is_ok(), "{text}");
        }
        for text in [
            "",
            "mail.example.com",
            "http://user:secret@mail.example.com",
            "smtp://",
            "smtp://secret@mail.example.com",
            "smtp://mail.example.com?tls=secret",
        ] {
            let reason = SmtpUrl(text.to_owned()).open().unwrap_err();
            assert!(!reason.contains("secret"), "{text}");
        }
    }

    #[test]
    fn debug_output_hides_the_smtp_url() {
        let url = SmtpUrl("smtp://user:secret@host".to_owned());
        assert_eq!(format!("{url:?}"), "SmtpUrl(..)");
    }
}
