//! One request for the issuer's keys: bounded in time and size, over TLS unless it stays on this
//! machine, and never led elsewhere.

use std::time::Duration;

use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig},
};

use super::JwksUrl;

/// From the name's look-up to the last octet.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Key sets have a few kilobytes.
const LARGEST_KEY_SET: u64 = 256 * 1024;

/// The document at the address. Blocks.
pub(super) fn fetch(url: &JwksUrl) -> Result<Vec<u8>, ureq::Error> {
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let mut config = Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(TIMEOUT))
        .https_only(!url.is_loopback())
        .http_status_as_error(true)
        .max_redirects(0)
        .max_redirects_will_error(true)
        .accept("application/jwk-set+json, application/json")
        // The next fetch is at least a minute away.
        .max_idle_connections(0);
    if url.is_loopback() {
        config = config.proxy(None);
    }
    let mut response = config.build().new_agent().get(url.as_str()).call()?;
    response.body_mut().with_config().limit(LARGEST_KEY_SET).read_to_vec()
}
