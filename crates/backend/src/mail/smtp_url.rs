//! Where the mail server is and how to sign in there. The text may hold a password, so it is
//! never printed: not by `Debug`, not in a refusal.

use std::{convert::Infallible, fmt, str::FromStr, time::Duration};

use lettre::{AsyncSmtpTransport, Tokio1Executor};
use url::{Host, Url};

/// The value of `--smtp-url`. Reading it never fails: the command line would repeat a value that
/// it refuses. It is checked when the server starts.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl(String);

/// How long the server may take for a message: what RFC 5321 (4.5.3.2) allows for its steps, from the
/// greeting to the answer to the end of the message. A client that gives up earlier sends twice what
/// the server then takes after all.
pub(super) const PATIENCE: Duration = Duration::from_mins(30);

/// How long a connection may take.
const CONNECT: Duration = Duration::from_mins(1);

impl SmtpUrl {
    /// The connection; `Err` says what the operator should write.
    ///
    /// Plain `smtp://` uses STARTTLS when the server offers it. With a password, or with a
    /// `?tls=required`, the server must offer it; a server on this machine need not.
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
                // Port 25 when nothing else is said, with and without encryption.
                url.set_port(Some(25)).map_err(|()| EXPECTED)?;
            }
            url.query_pairs_mut().append_pair("tls", tls);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str());
        Ok(builder.map_err(|_| EXPECTED)?.timeout(Some(CONNECT)).build())
    }
}

fn is_this_machine(url: &Url) -> bool {
    // `smtp` is no special scheme, so the host is kept as text, even when it is an address.
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
    async fn an_address_of_a_mail_server_is_taken_and_anything_else_refused_without_repeating_it() {
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
    fn debug_output_hides_it() {
        let url = SmtpUrl("smtp://user:secret@host".to_owned());
        assert_eq!(format!("{url:?}"), "SmtpUrl(..)");
    }
}
