//! Runs work to its end, even if the client disconnects.

use std::future::Future;

use partner_portal_contract::ProblemCode;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

/// The tasks that an orderly stop waits for. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Tasks(TaskTracker);

impl Tasks {
    /// Runs a change to its end. When the client disconnects, the returned future is dropped, but
    /// the change continues. The steps after a commit are therefore never skipped.
    ///
    /// # Errors
    /// The errors of the change, or `internal` if it panicked.
    pub async fn finish<T: Send + 'static, E: From<ProblemCode> + Send + 'static>(
        &self,
        change: impl Future<Output = Result<T, E>> + Send + 'static,
    ) -> Result<T, E> {
        self.spawn(change).await.map_err(|_| ProblemCode::Internal)?
    }

    /// Starts work that runs in the background.
    pub fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        self.0.spawn(work)
    }

    /// Waits until all work has ended. No work may be started after this call.
    pub async fn wait(&self) {
        self.0.close();
        self.0.wait().await;
    }
}
