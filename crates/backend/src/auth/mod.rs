//! Verifies JSON Web Tokens (RFC 7519) of an external identity provider, sent as bearer tokens (RFC
//! 6750). Knows no accounts and no database. In reading order:
//! - [`AuthSettings`]: the accepted issuer and its keys.
//! - [`BearerTokens`]: verifies a token.
//! - `claims`: checks the claims of a token.
//! - `key_set`, `remote_keys`, `fetch`: the issuer's public keys and their refresh.
//! - [`operator_token`]: the tokens of the operator's own systems, which this program issues.

mod bearer_tokens;
mod claims;
mod fetch;
mod key_set;
pub mod operator_token;
mod refusal;
mod remote_keys;
mod settings;

pub use bearer_tokens::BearerTokens;
pub use claims::VerifiedToken;
pub use refusal::Refusal;
pub use settings::{AuthSettings, AuthSettingsError, JwksUrl, JwksUrlError};
