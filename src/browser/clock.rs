//! Waiting.

use gloo_timers::future::TimeoutFuture;

/// Waits for about that many milliseconds.
pub async fn sleep(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}
