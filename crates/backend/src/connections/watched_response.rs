//! A response body that reports when it ends.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

use super::table::Client;

/// Dropped when its last frame was sent, or when the connection ends earlier.
pub(super) struct WatchedBody {
    body: Body,
    client: Arc<Client>,
}

impl WatchedBody {
    pub(super) fn new(body: Body, client: Arc<Client>) -> Self {
        Self { body, client }
    }
}

impl Drop for WatchedBody {
    fn drop(&mut self) {
        self.client.response_ended();
    }
}

impl HttpBody for WatchedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
