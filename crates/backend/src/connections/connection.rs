//! Handles one connection. It reads requests and sends responses until the server ends the
//! connection.

use std::{convert::Infallible, net::SocketAddr, pin::pin};

use axum::{Router, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::{table::Row, watched_response::WatchedBody, watched_stream::WatchedStream};

/// The maximum size of a request's head and of the read buffer. It has room for a token of 16 KiB
/// and all headers that browsers and proxies add.
const LARGEST_HEAD: usize = 32 * 1024;

/// Serves the connection until the client closes it, the server ends it or the server stops.
pub(super) async fn connection(
    stream: TcpStream,
    address: SocketAddr,
    router: Router,
    row: Row,
    stopping: CancellationToken,
) {
    let client = &row.client;
    let answer = service_fn(|mut request: Request<Incoming>| {
        client.request_began();
        request.extensions_mut().insert(ConnectInfo(address));
        let (router, client) = (router.clone(), client.clone());
        async move {
            let response = router.oneshot(request).await?;
            Ok::<_, Infallible>(response.map(|body| WatchedBody::new(body, client)))
        }
    });
    let stream = TokioIo::new(WatchedStream::new(stream, client.clone()));
    let mut http = http1::Builder::new();
    http.max_header_size(LARGEST_HEAD).max_buf_size(LARGEST_HEAD);
    let mut connection = pin!(http.serve_connection(stream, answer));
    tokio::select! {
        biased;
        _ = connection.as_mut() => return,
        () = client.ended.cancelled() => return,
        () = stopping.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    tokio::select! {
        _ = connection => {}
        () = client.ended.cancelled() => {}
    }
}
