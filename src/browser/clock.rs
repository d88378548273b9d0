//! The moment, and waiting.

use gloo_timers::future::TimeoutFuture;

/// Waits for about that many milliseconds.
pub async fn sleep(milliseconds: u32) {
    TimeoutFuture::new(milliseconds).await;
}

/// The moment, in whole seconds since 1970.
pub fn now() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no browser's clock is before 1970 or past 2^53 seconds"
    )]
    let seconds = (js_sys::Date::now() / 1000.0) as u64;
    seconds
}
