//! Tests the time-outs and limits of connections. When a test pauses the clock, the runtime
//! advances it whenever both sides wait.

use std::time::Duration;

use partner_portal_contract::Environment;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Instant, pause, resume, sleep},
};

use crate::support::{
    program::Program,
    test_app::{EMPTY, EMPTY_READER, TestApp},
    visitor::etag,
};

const SECOND: Duration = Duration::from_secs(1);
const HEALTH: &str = "GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n";

async fn connect(app: &TestApp) -> TcpStream {
    TcpStream::connect(app.host()).await.unwrap()
}

/// Sends the head of a request whose body has `length` bytes. Its handler does not use the
/// database, so the clock can be moved.
async fn begin_upload(stream: &mut TcpStream, length: usize) {
    let head = format!(
        "PUT /api/v1/test/faults HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
}

/// Reads a response without a body, or the head of a response with one.
async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

/// Waits until the server has closed the connection, and returns the seconds.
async fn seconds_until_the_end(stream: &mut TcpStream) -> u64 {
    let began = Instant::now();
    let mut rest = Vec::new();
    // A reset also ends the connection.
    let _ = stream.read_to_end(&mut rest).await;
    began.elapsed().as_secs()
}

#[tokio::test]
async fn a_connection_with_an_incomplete_head_ends_after_15_seconds() {
    let app = TestApp::demo().await;
    for beginning in ["", "GET /healthz HTTP/1.1\r\nx-a: "] {
        let mut stream = connect(&app).await;
        stream.write_all(beginning.as_bytes()).await.unwrap();
        pause();
        let seconds = seconds_until_the_end(&mut stream).await;
        assert!((14..=17).contains(&seconds), "{seconds}");
        resume();
    }
}

#[tokio::test]
async fn a_keep_alive_connection_waits_75_seconds_for_the_next_request() {
    let app = TestApp::demo().await;
    let mut stream = connect(&app).await;
    stream.write_all(HEALTH.as_bytes()).await.unwrap();
    assert!(head(&mut stream).await.starts_with("HTTP/1.1 200"));
    pause();
    let seconds = seconds_until_the_end(&mut stream).await;
    assert!((74..=77).contains(&seconds), "{seconds}");
}

#[tokio::test]
async fn a_head_over_32_kib_is_refused() {
    let app = TestApp::demo().await;
    let with_header = |length: usize| {
        let long = "x".repeat(length);
        format!("GET /healthz HTTP/1.1\r\nhost: a\r\nx-long: {long}\r\n\r\n")
    };
    for (length, status) in [(24 * 1024, "200"), (33 * 1024, "431")] {
        let mut stream = connect(&app).await;
        // The server may refuse the head before it has read all of it.
        let _ = stream.write_all(with_header(length).as_bytes()).await;
        let head = head(&mut stream).await;
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{head}");
    }
}

#[tokio::test]
async fn a_stalled_body_gets_408_and_ends_the_connection() {
    let app = TestApp::start(&["--test-faults"]).await;
    let mut stream = connect(&app).await;
    begin_upload(&mut stream, 100).await;
    stream.write_all(b"{\"times\":").await.unwrap();
    pause();
    let began = Instant::now();
    let head = head(&mut stream).await;
    assert!(head.starts_with("HTTP/1.1 408"), "{head}");
    assert!(head.contains("content-type: application/problem+json"), "{head}");
    assert!((29..=31).contains(&began.elapsed().as_secs()));
    assert_eq!(seconds_until_the_end(&mut stream).await, 0);
}

#[tokio::test]
async fn a_slow_body_is_accepted() {
    let app = TestApp::start(&["--test-faults"]).await;
    let mut stream = connect(&app).await;
    let body = "{\"times\":0}";
    begin_upload(&mut stream, body.len()).await;
    pause();
    for octet in body.bytes() {
        sleep(25 * SECOND).await;
        stream.write_all(&[octet]).await.unwrap();
    }
    let head = head(&mut stream).await;
    assert!(head.starts_with("HTTP/1.1 204"), "{head}");
}

#[tokio::test]
async fn a_body_that_trickles_in_times_out_after_five_minutes() {
    let app = TestApp::start(&["--test-faults"]).await;
    let mut stream = connect(&app).await;
    begin_upload(&mut stream, 1000).await;
    pause();
    let began = Instant::now();
    let mut status = [0; 12];
    loop {
        stream.write_all(b" ").await.unwrap();
        tokio::select! {
            read = stream.read_exact(&mut status) => {
                read.unwrap();
                break;
            }
            () = sleep(25 * SECOND) => {}
        }
    }
    assert_eq!(&status, b"HTTP/1.1 408");
    assert!((299..=302).contains(&began.elapsed().as_secs()));
}

#[tokio::test]
async fn a_long_poll_may_last_longer_than_the_limit_for_a_head() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_READER).await;
    let known = etag(person.completion(EMPTY, Environment::Sandbox).await.headers());
    let answer = person.wait_for_completion(EMPTY, Environment::Sandbox, &known, 17).await;
    assert_eq!(answer.status(), 304);
}

#[tokio::test]
async fn the_connection_of_a_client_that_stops_reading_ends() {
    const LENGTH: usize = 64 << 20;
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("large.js"), vec![b' '; LENGTH]).unwrap();
    let app = TestApp::start(&["--static-dir", folder.path().to_str().unwrap()]).await;
    let mut stream = connect(&app).await;
    stream.write_all(b"GET /large.js HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    head(&mut stream).await;
    pause();
    sleep(40 * SECOND).await;
    resume();
    let mut rest = Vec::new();
    // The connection ends in the middle of the response.
    let _ = stream.read_to_end(&mut rest).await;
    assert!(rest.len() < LENGTH, "{}", rest.len());
}

#[tokio::test]
async fn silent_connections_do_not_block_other_clients() {
    let folder = TempDir::new().unwrap();
    let program = Program::with_descriptors(256, folder.path(), &["--listen=:0", "--demo"]);
    // Fewer connections are possible than the default limit.
    program.has_logged(1, &["--max-connections"]).await;
    let mut strangers = Vec::new();
    for _ in 0..300 {
        strangers.push(TcpStream::connect(program.host()).await.unwrap());
    }
    let began = Instant::now();
    let person = program.visitor();
    assert_eq!(person.sign_in(EMPTY_READER).await.status(), 204);
    assert_eq!(person.completion(EMPTY, Environment::Sandbox).await.status(), 200);
    assert!(began.elapsed() < 5 * SECOND);
    program.has_logged(1, &["connections were ended", "made_room="]).await;
}

#[tokio::test]
async fn unfinished_heads_are_limited_and_make_room_for_complete_requests() {
    let app = TestApp::start(&["--demo", "--max-connections", "40"]).await;
    let mut strangers = Vec::new();
    for _ in 0..60 {
        let mut stranger = connect(&app).await;
        // The server may already have closed the connection.
        let _ = stranger.write_all(&[b'x'; 16 * 1024]).await;
        strangers.push(stranger);
    }
    assert_eq!(app.visitor().get("/healthz").await.status(), 200);
    let mut open = 0;
    for stranger in &mut strangers {
        let is_open = tokio::time::timeout(SECOND / 20, stranger.read_u8()).await.is_err();
        open += u32::from(is_open);
    }
    assert!(open <= 20, "{open}");
}

#[tokio::test]
async fn an_unfinished_head_does_not_delay_the_stop() {
    let app = TestApp::demo().await;
    let mut stream = connect(&app).await;
    stream.write_all(HEALTH.as_bytes()).await.unwrap();
    head(&mut stream).await;
    stream.write_all(b"GET /").await.unwrap();
    let began = Instant::now();
    app.stop().await;
    assert!(began.elapsed() < 4 * SECOND);
}
