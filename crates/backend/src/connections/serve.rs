//! Accepts connections until the server stops, then waits for the requests in progress.

use std::{io, time::Duration};

use axum::Router;
use tokio::{
    net::TcpListener,
    time::{MissedTickBehavior, interval, sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{connection::connection, limit::ConnectionLimit, table::Table};

const BETWEEN_SWEEPS: Duration = Duration::from_secs(1);
/// The pause after the system could not accept a connection. Meanwhile descriptors may become free.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// The time for requests that were in progress when the stop began.
const GRACE: Duration = Duration::from_secs(8);
/// The time for a head that was partly received when the stop began.
const HEAD_GRACE: Duration = Duration::from_secs(1);

/// Serves connections until `stopping` is cancelled and the requests in progress are complete.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limit: ConnectionLimit,
    stopping: CancellationToken,
) {
    let table = Table::new(limit);
    let tasks = TaskTracker::new();
    let mut sweeps = interval(BETWEEN_SWEEPS);
    sweeps.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let can_admit = table.can_admit();
        tokio::select! {
            () = stopping.cancelled() => break,
            _ = sweeps.tick() => table.sweep(),
            () = table.freed.notified(), if !can_admit => {}
            accepted = listener.accept(), if can_admit => match accepted {
                Ok((stream, address)) => {
                    let task =
                        connection(stream, address, router.clone(), table.admit(), stopping.clone());
                    tasks.spawn(task);
                }
                Err(error) => recover(&table, &error).await,
            },
        }
    }
    drop(listener);
    tasks.close();
    stop(&table, &tasks).await;
}

/// Makes room if the system has no descriptor or no memory for a connection. This is not necessary
/// if the client disconnected before it was accepted.
async fn recover(table: &Table, error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        table.accept_failed();
        sleep(ACCEPT_PAUSE).await;
    }
}

async fn stop(table: &Table, tasks: &TaskTracker) {
    let unfinished_heads = async {
        loop {
            sleep(HEAD_GRACE).await;
            table.end_between_requests();
        }
    };
    let ended = timeout(GRACE, async {
        tokio::select! {
            () = tasks.wait() => {}
            () = unfinished_heads => {}
        }
    });
    if ended.await.is_err() {
        let open = table.end_all();
        tracing::warn!(open, "some requests were still open");
    }
}
