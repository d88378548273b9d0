//! Fetches the issuer's keys. The request has a time limit and a size limit and follows no
//! redirects. It uses TLS unless the address is on this machine.

use std::time::Duration;

use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig},
};

use super::settings::JwksUrl;

/// The limit for the whole request, from the DNS lookup to the last byte.
const TIMEOUT: Duration = Duration::from_secs(5);
/// The maximum size of a key set in bytes. Real key sets have a few kilobytes.
const LARGEST_KEY_SET: u64 = 256 * 1024;

/// Fetches the document at the address. Blocks the thread.
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
        // No connection is kept, because the next fetch is usually minutes away.
        .max_idle_connections(0);
    if url.is_loopback() {
        config = config.proxy(None);
    }
    let mut response = config.build().new_agent().get(url.as_str()).call()?;
    response.body_mut().with_config().limit(LARGEST_KEY_SET).read_to_vec()
}
