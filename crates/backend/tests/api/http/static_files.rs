//! Tests how the built frontend is served.

use std::fs;

use reqwest::{
    Method, Response,
    header::{IF_MODIFIED_SINCE, IF_NONE_MATCH},
};
use tempfile::TempDir;

use crate::support::test_app::TestApp;

const PAGE: &str = "<!doctype html><title>Portal</title>";
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

fn dist() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    write("index.html", PAGE);
    write("partner-portal-0123456789abcdef.js", "plain script");
    write("partner-portal-0123456789abcdef.js.br", "brotli script");
    write("partner-portal-0123456789abcdef.js.gz", "gzip script");
    write("app-0123456789abcdef.wasm", "module");
    write("locales/en-0123456789abcdef.json", "{}");
    write("loader.js", "loader");
    folder
}

async fn serving(folder: &TempDir) -> TestApp {
    TestApp::start(&["--static-dir", folder.path().to_str().unwrap()]).await
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn an_impossible_file_name_is_not_found() {
    let folder = dist();
    let app = serving(&folder).await;
    let visitor = app.visitor();
    for path in ["a".repeat(300), format!("locales/{}.json", "a".repeat(5000)), "a%00.js".into()] {
        assert_eq!(visitor.get(&format!("/{path}")).await.status(), 404, "{path}");
    }
}

#[tokio::test]
async fn the_page_preloads_its_first_request() {
    let folder = dist();
    let app = serving(&folder).await;
    let page = app.visitor().get("/portal/help?env=production&account=acc_1").await;
    let read = "/api/v1/session?include=completion%2Ccontact_information%2Caccount&account=acc_1&environment=production";
    assert_eq!(header(&page, "link"), format!("<{read}>; rel=preload; as=fetch; crossorigin"));
    let file = app.visitor().get("/loader.js").await;
    assert_eq!(header(&file, "link"), "");
}

#[tokio::test]
async fn every_path_of_the_portal_returns_the_page() {
    let folder = dist();
    let app = serving(&folder).await;
    let root = app.visitor().get("/").await;
    assert_eq!(root.status(), 307);
    assert_eq!(header(&root, "location"), "/portal/");
    for path in ["/portal", "/portal/", "/portal/configuration/users?env=sandbox"] {
        let response = app.visitor().get(path).await;
        assert_eq!(response.status(), 200, "{path}");
        assert!(header(&response, "content-type").starts_with("text/html"));
        assert_eq!(header(&response, "cache-control"), "no-cache");
        assert_eq!(response.text().await.unwrap(), PAGE);
    }
}

#[tokio::test]
async fn documents_carry_the_security_headers() {
    let folder = dist();
    let app = serving(&folder).await;
    let response = app.visitor().get("/portal/").await;
    for (name, value) in [
        (
            "content-security-policy",
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; \
             form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
             trusted-types partner-portal",
        ),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(header(&response, name), value);
    }
}

#[tokio::test]
async fn assets_have_their_type_and_hashed_ones_are_immutable() {
    let folder = dist();
    let app = serving(&folder).await;
    for (path, content_type, caching) in [
        ("/partner-portal-0123456789abcdef.js", "text/javascript", IMMUTABLE),
        ("/app-0123456789abcdef.wasm", "application/wasm", IMMUTABLE),
        ("/locales/en-0123456789abcdef.json", "application/json", IMMUTABLE),
        ("/loader.js", "text/javascript", "no-cache"),
        ("/index.html", "text/html", "no-cache"),
    ] {
        let response = app.visitor().get(path).await;
        assert_eq!(response.status(), 200, "{path}");
        assert!(header(&response, "content-type").starts_with(content_type), "{path}");
        assert_eq!(header(&response, "cache-control"), caching, "{path}");
        assert!(response.headers().contains_key("last-modified"));
    }
}

#[tokio::test]
async fn a_known_page_is_not_sent_again() {
    let folder = dist();
    let app = serving(&folder).await;
    let visitor = app.visitor();
    let tag = header(&visitor.get("/portal/").await, "etag").to_owned();
    let again = visitor.request(Method::GET, "/portal/").header(IF_NONE_MATCH, tag);
    assert_eq!(again.send().await.unwrap().status(), 304);
}

#[tokio::test]
async fn a_new_build_is_sent_even_if_length_and_time_are_unchanged() {
    let folder = dist();
    let app = serving(&folder).await;
    let visitor = app.visitor();
    let unless_known = |path: &str, tag: &str, since: &str| {
        let request = visitor.request(Method::GET, path).header(IF_NONE_MATCH, tag);
        request.header(IF_MODIFIED_SINCE, since).send()
    };
    for (path, name) in [("/portal/", "index.html"), ("/loader.js", "loader.js")] {
        let file = folder.path().join(name);
        let old = visitor.get(path).await;
        let (tag, since) = (header(&old, "etag").to_owned(), header(&old, "last-modified"));
        let time = fs::metadata(&file).unwrap().modified().unwrap();
        let content = fs::read_to_string(&file).unwrap();
        fs::write(&file, content.to_uppercase()).unwrap();
        fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
        let new = unless_known(path, &tag, since).await.unwrap();
        assert_eq!(new.status(), 200, "{path}");
        assert_eq!(new.text().await.unwrap(), content.to_uppercase());
        // The same content with another modification time has the same tag.
        fs::write(&file, &content).unwrap();
        let same = unless_known(path, &tag, since).await.unwrap();
        assert_eq!(same.status(), 304, "{path}");
        assert_eq!(header(&same, "etag"), tag);
        assert_eq!(header(&same, "cache-control"), "no-cache");
        assert!(same.bytes().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_tag_of_an_asset_contains_its_digest_and_its_encoding() {
    let folder = dist();
    let app = serving(&folder).await;
    let path = "/partner-portal-0123456789abcdef.js";
    for (accepted, tag) in [("br", "\"0123456789abcdef-br\""), ("identity", "\"0123456789abcdef\"")]
    {
        let request =
            || app.visitor().request(Method::GET, path).header("accept-encoding", accepted);
        let response = request().send().await.unwrap();
        assert_eq!(header(&response, "etag"), tag);
        let again = request().header(IF_NONE_MATCH, tag).send().await.unwrap();
        assert_eq!(again.status(), 304);
        assert_eq!(header(&again, "cache-control"), IMMUTABLE);
    }
    let head = app.visitor().request(Method::HEAD, "/loader.js").send().await.unwrap();
    let loader = app.visitor().get("/loader.js").await;
    assert_eq!(header(&head, "etag"), header(&loader, "etag"));
    assert_eq!(header(&head, "content-length"), "6");
}

#[tokio::test]
async fn a_range_of_an_asset_can_be_requested() {
    let folder = dist();
    let app = serving(&folder).await;
    let path = "/app-0123456789abcdef.wasm";
    let part = |condition: &str| {
        let request = app.visitor().request(Method::GET, path).header("range", "bytes=2-3");
        request.header("if-range", condition).send()
    };
    let request = app.visitor().request(Method::GET, path).header("range", "bytes=2-3");
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 206);
    assert_eq!(response.text().await.unwrap(), "du");
    assert_eq!(part("\"another\"").await.unwrap().text().await.unwrap(), "module");
}

#[tokio::test]
async fn a_precompressed_file_is_sent_to_clients_that_accept_it() {
    let folder = dist();
    let app = serving(&folder).await;
    for (accepted, encoding, body) in [
        ("gzip, deflate, br", "br", "brotli script"),
        ("gzip", "gzip", "gzip script"),
        ("identity", "", "plain script"),
    ] {
        let path = "/partner-portal-0123456789abcdef.js";
        let request = app.visitor().request(Method::GET, path);
        let response = request.header("accept-encoding", accepted).send().await.unwrap();
        assert_eq!(header(&response, "content-encoding"), encoding);
        assert_eq!(header(&response, "content-type"), "text/javascript");
        assert_eq!(header(&response, "vary"), "accept-encoding");
        assert_eq!(response.text().await.unwrap(), body);
    }
}

#[tokio::test]
async fn a_missing_asset_returns_404_and_not_the_page() {
    let folder = dist();
    let app = serving(&folder).await;
    for path in ["/missing.js", "/portal/missing.wasm", "/nothing", "/locales", "/..%2FCargo.toml"]
    {
        let response = app.visitor().get(path).await;
        assert_eq!(response.status(), 404, "{path}");
        assert!(header(&response, "content-type").starts_with("text/plain"));
        assert!(!header(&response, "cache-control").contains("immutable"));
    }
}

#[tokio::test]
async fn without_a_build_the_api_is_still_served() {
    let app = TestApp::start(&["--static-dir", "/nonexistent"]).await;
    assert_eq!(app.visitor().get("/portal/").await.status(), 404);
    assert_eq!(app.visitor().get("/readyz").await.status(), 200);
}
