//! Health checks for process supervisors and load balancers.

use axum::{extract::State, http::StatusCode};

use crate::storage::Storage;

/// The path of [`healthz`].
pub(crate) const HEALTHZ: &str = "/healthz";
/// The path of [`readyz`].
pub(crate) const READYZ: &str = "/readyz";

/// Confirms that the process is running
#[utoipa::path(get, path = HEALTHZ, tag = "health", security(()),
    responses((status = 200, description = "It does", body = String)))]
pub(crate) async fn healthz() -> &'static str {
    "ok"
}

/// Checks whether the process can serve requests: its database answers and accepts writes
#[utoipa::path(get, path = READYZ, tag = "health", security(()), responses(
    (status = 200, description = "It can", body = String),
    (status = 503, description = "Not now", body = String),
))]
pub(crate) async fn readyz(State(storage): State<Storage>) -> (StatusCode, &'static str) {
    match storage.check().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready: the log says why")
        }
    }
}
