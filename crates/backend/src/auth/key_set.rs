//! Parses a JSON Web Key Set (RFC 7517) and returns the keys that can verify the tokens. Keys of
//! other kinds and for other uses are skipped, as RFC 7517 recommends.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

/// The shortest RSA modulus that is considered safe, in bytes (NIST SP 800-131A: 2048 bits).
const SHORTEST_MODULUS: usize = 256;
/// The length of a coordinate of the curve P-256, in bytes.
const COORDINATE: usize = 32;

/// A key that verifies signatures of one algorithm.
#[derive(Clone)]
pub(super) struct VerificationKey {
    pub(super) id: Option<String>,
    pub(super) algorithm: Algorithm,
    pub(super) key: DecodingKey,
}

#[derive(Deserialize)]
struct KeySet {
    keys: Vec<Value>,
}

#[derive(Deserialize)]
struct Key {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    used_for: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// Returns the usable keys of the document. Returns none if the document is not a key set.
pub(super) fn usable_keys(document: &[u8]) -> Vec<VerificationKey> {
    let Ok(set) = serde_json::from_slice::<KeySet>(document) else { return Vec::new() };
    set.keys.into_iter().filter_map(|key| usable(serde_json::from_value(key).ok()?)).collect()
}

fn usable(key: Key) -> Option<VerificationKey> {
    if key.used_for.as_deref().is_some_and(|used_for| used_for != "sig") {
        return None;
    }
    let (algorithm, name, decoding_key) = match (key.kty.as_str(), key.crv.as_deref()) {
        ("RSA", _) => (Algorithm::RS256, "RS256", rsa(&key.n?, &key.e?)?),
        ("EC", Some("P-256")) => (Algorithm::ES256, "ES256", p256(&key.x?, &key.y?)?),
        _ => return None,
    };
    if key.alg.is_some_and(|alg| alg != name) {
        return None;
    }
    Some(VerificationKey { id: key.kid, algorithm, key: decoding_key })
}

fn rsa(modulus: &str, exponent: &str) -> Option<DecodingKey> {
    let modulus = URL_SAFE_NO_PAD.decode(modulus).ok()?;
    let exponent = URL_SAFE_NO_PAD.decode(exponent).ok()?;
    let is_long_enough =
        modulus.iter().skip_while(|octet| **octet == 0).count() >= SHORTEST_MODULUS;
    is_long_enough.then(|| DecodingKey::from_rsa_raw_components(&modulus, &exponent))
}

fn p256(x: &str, y: &str) -> Option<DecodingKey> {
    let is_coordinate =
        |text: &str| URL_SAFE_NO_PAD.decode(text).is_ok_and(|octets| octets.len() == COORDINATE);
    if !is_coordinate(x) || !is_coordinate(y) {
        return None;
    }
    DecodingKey::from_ec_components(x, y).ok()
}
