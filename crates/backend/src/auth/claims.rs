//! Checks the claims of a token. The current time is a parameter.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::refusal::Refusal;

/// The tolerated difference between the issuer's clock and this server's, in seconds.
const LEEWAY_SECONDS: f64 = 60.0;
/// The longest subject that `OpenID` Connect allows.
const LONGEST_SUBJECT: usize = 255;

/// The facts that a verified token proves.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedToken {
    /// The `iss` claim.
    pub issuer: String,
    /// The issuer's stable identifier of the person.
    pub subject: String,
    /// The address that belongs to the person, as verified by the issuer.
    pub verified_email: Option<String>,
    expires_at: f64,
}

impl VerifiedToken {
    /// Checks whether the token has expired. A request that has waited checks this again.
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        seconds(now) >= self.expires_at + LEEWAY_SECONDS
    }
}

/// The claims that are checked. A token may have others.
#[derive(Deserialize)]
pub(super) struct Claims {
    iss: String,
    aud: Audience,
    /// The times in a token may have fractions of a second.
    exp: f64,
    nbf: Option<f64>,
    sub: String,
    // Of any type, because a person who is already linked needs no address.
    #[serde(default)]
    email: Value,
    #[serde(default)]
    email_verified: Value,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Claims {
    /// Checks everything except the signature.
    pub(super) fn check(
        self,
        issuer: &str,
        audience: &str,
        now: DateTime<Utc>,
    ) -> Result<VerifiedToken, Refusal> {
        if self.iss != issuer {
            return Err(Refusal::Issuer);
        }
        let is_for_us = match &self.aud {
            Audience::One(one) => one == audience,
            Audience::Several(several) => several.iter().any(|one| one == audience),
        };
        if !is_for_us {
            return Err(Refusal::Audience);
        }
        if !(1..=LONGEST_SUBJECT).contains(&self.sub.len()) {
            return Err(Refusal::Subject);
        }
        if self.nbf.is_some_and(|begins_at| seconds(now) < begins_at - LEEWAY_SECONDS) {
            return Err(Refusal::NotYetValid);
        }
        let verified_email = match (self.email, self.email_verified) {
            (Value::String(email), Value::Bool(true)) => Some(email),
            _ => None,
        };
        let token = VerifiedToken {
            issuer: self.iss,
            subject: self.sub,
            verified_email,
            expires_at: self.exp,
        };
        if token.has_expired(now) { Err(Refusal::Expired) } else { Ok(token) }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds are exact in 53 bits for 285,000 years"
)]
fn seconds(instant: DateTime<Utc>) -> f64 {
    instant.timestamp_millis() as f64 / 1000.0
}
