//! Work that ends even when the client of its request goes away.

use std::future::Future;

use partner_portal_contract::ProblemCode;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

use crate::error::ApiError;

/// The tasks that an orderly stop waits for. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Tasks(TaskTracker);

impl Tasks {
    /// Runs a change to its end. A client that goes away drops the returned future and cannot cut
    /// the change, so nothing is left between a commit and what follows from it.
    ///
    /// # Errors
    /// Those of the change; `internal` when it panicked.
    pub async fn finish<T: Send + 'static>(
        &self,
        change: impl Future<Output = Result<T, ApiError>> + Send + 'static,
    ) -> Result<T, ApiError> {
        self.spawn(change).await.map_err(|_| ProblemCode::Internal)?
    }

    /// Starts work that goes on by itself.
    pub fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        self.0.spawn(work)
    }

    /// Waits until all work has ended. No more may be started by then.
    pub async fn wait(&self) {
        self.0.close();
        self.0.wait().await;
    }
}
