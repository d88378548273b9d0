//! Reports log lines that were dropped because the reader of the log was too slow.

use std::time::Duration;

use tracing_appender::non_blocking::ErrorCounter;

/// The time between two looks at the counter.
const PERIOD: Duration = Duration::from_secs(10);

/// The lines that the log's writer has dropped.
pub(crate) struct DroppedLines {
    counter: ErrorCounter,
    reported: usize,
}

impl DroppedLines {
    pub(crate) fn new(counter: ErrorCounter) -> Self {
        Self { counter, reported: 0 }
    }

    /// Reports dropped lines for as long as the program runs.
    pub(crate) async fn report_forever(mut self) {
        loop {
            tokio::time::sleep(PERIOD).await;
            self.report();
        }
    }

    /// Writes one warning about all lines dropped since the last warning. While the log is still
    /// not read, the warning itself is dropped and counted, so the next call repeats it.
    fn report(&mut self) {
        let dropped = self.counter.dropped_lines();
        if dropped == self.reported {
            return;
        }
        tracing::warn!(lines = dropped - self.reported, "dropped log lines");
        if self.counter.dropped_lines() == dropped {
            self.reported = dropped;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{self, Write},
        sync::mpsc::{SyncSender, sync_channel},
    };

    use tracing_appender::non_blocking::NonBlockingBuilder;

    use super::DroppedLines;

    /// A log whose lines must be read one by one.
    struct Log(SyncSender<String>);

    impl Write for Log {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            let text = String::from_utf8_lossy(line).into_owned();
            self.0.send(text).map_err(io::Error::other)?;
            Ok(line.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn one_warning_counts_the_dropped_lines_once_the_log_is_read_again() {
        let (log, read) = sync_channel(0);
        let (writer, _guard) =
            NonBlockingBuilder::default().buffered_lines_limit(1).lossy(true).finish(Log(log));
        let counter = writer.error_counter();
        let mut dropped = DroppedLines::new(counter.clone());
        let subscriber = tracing_subscriber::fmt().with_writer(writer).with_ansi(false).finish();
        tracing::subscriber::with_default(subscriber, || {
            dropped.report();
            for _ in 0..10 {
                tracing::info!("a line");
            }
            let lost = counter.dropped_lines();
            assert!(lost > 0);
            dropped.report();
            for _ in lost..10 {
                assert!(read.recv().unwrap().contains("a line"));
            }

            dropped.report();
            let warning = read.recv().unwrap();
            let count = format!("lines={}", counter.dropped_lines());
            assert!(warning.contains("WARN") && warning.contains(&count), "{warning}");
            dropped.report();
            tracing::info!("the next line");
            assert!(read.recv().unwrap().contains("the next line"));
        });
    }
}
