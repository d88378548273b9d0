//! Who somebody is by the word of the operator's identity provider: JSON Web Tokens (RFC 7519) as
//! bearer tokens (RFC 6750). Knows no accounts and no database. In reading order:
//! - [`AuthSettings`]: whose word counts.
//! - [`BearerTokens`]: from the text of a token to what it proves.
//! - `claims`: what a token must say.
//! - `key_set`, `remote_keys`, `fetch`: the issuer's public keys and how they stay current.

mod bearer_tokens;
mod claims;
mod fetch;
mod key_set;
mod refusal;
mod remote_keys;
mod settings;

pub use bearer_tokens::BearerTokens;
pub use claims::VerifiedToken;
pub use refusal::Refusal;
pub use settings::{AuthSettings, AuthSettingsError, JwksUrl, JwksUrlError};
