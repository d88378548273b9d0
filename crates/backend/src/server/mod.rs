//! Runs and stops the server. `start` opens what the settings name.

mod start;
mod start_error;

use std::{future::Future, net::SocketAddr, time::Duration};

use axum::Router;
use tokio::{
    net::TcpListener,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use crate::{
    connections::{self, ConnectionLimit},
    mail::Mailer,
    storage::Storage,
    tasks::Tasks,
};

pub use self::start_error::StartError;

/// The time that mails have after the signal to stop. Open requests have the same time.
const MAIL_GRACE: Duration = Duration::from_secs(8);
const CLOSE_TIMEOUT: Duration = Duration::from_secs(1);

/// A server with a bound socket. It accepts connections when it runs.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
    storage: Storage,
    connection_limit: ConnectionLimit,
    mailer: Mailer,
    tasks: Tasks,
    stopping: CancellationToken,
}

impl Server {
    /// Returns the address on which the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves requests until `stop` completes. Then it lets open requests finish, for at most 10 s.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) {
        let stopping = self.stopping.clone();
        let serve =
            connections::serve(self.listener, self.router, self.connection_limit, stopping.clone());
        let told_to_stop = async {
            stop.await;
            stopping.cancel();
        };
        let mails_end = async {
            stopping.cancelled().await;
            sleep(MAIL_GRACE).await;
            self.mailer.stop();
        };
        let changes_end = async {
            tokio::join!(serve, told_to_stop);
            self.tasks.wait().await;
        };
        tokio::select! {
            () = changes_end => {}
            () = async { mails_end.await; sleep(CLOSE_TIMEOUT).await } => {
                tracing::warn!("some changes were still under way");
            }
        }
        // A connection that is still in use must not keep the process alive.
        let _ = timeout(CLOSE_TIMEOUT, self.storage.close()).await;
    }
}
