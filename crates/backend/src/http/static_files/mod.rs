//! Serves the built frontend: the page for all paths of the portal, and its assets. Knows no API.

mod accept_language;
mod preloads;
mod tags;

use std::{
    convert::Infallible,
    io::ErrorKind::{
        self, InvalidFilename, InvalidInput, NotADirectory, NotFound, PermissionDenied,
    },
    path::Path,
};

use axum::{
    extract::{RawQuery, Request, State},
    handler::Handler,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use partner_portal_contract::ProblemCode;
use tower::Service;
use tower_http::services::{ServeDir, ServeFile};

use self::preloads::Preloads;
use crate::http::error::ApiError;

const PORTAL: &str = "/portal";
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const REVALIDATED: HeaderValue = HeaderValue::from_static("no-cache");
const SHORTEST_DIGEST: usize = 8;

/// The errors that mean that a path does not lead to a served file.
const NO_FILE: [ErrorKind; 5] =
    [InvalidFilename, InvalidInput, NotADirectory, NotFound, PermissionDenied];

/// The resources that a document may load, and the pages that may frame it. Scripts come only from
/// files, and WebAssembly may be compiled. Only the portal's own Trusted Types policy may write
/// HTML.
const CONTENT_SECURITY_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types partner-portal",
);

/// The files of the built frontend.
#[derive(Clone)]
struct StaticFiles {
    files: ServeDir,
    page: ServeFile,
    preloads: Preloads,
}

/// Returns the service for all paths without a route.
pub(crate) fn service(
    folder: &Path,
) -> impl Service<Request, Response = Response, Error = Infallible, Future: Send>
+ Clone
+ Send
+ Sync
+ use<> {
    let files = StaticFiles {
        files: ServeDir::new(folder)
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip(),
        page: ServeFile::new(folder.join("index.html")).precompressed_br().precompressed_gzip(),
        preloads: Preloads::new(folder),
    };
    serve.with_state(files)
}

/// Redirects to the portal, which is the only page, and keeps the query.
pub(crate) async fn to_portal(RawQuery(query): RawQuery) -> Redirect {
    Redirect::temporary(&query.map_or("/portal/".to_owned(), |query| format!("/portal/?{query}")))
}

/// Sets the headers that all documents and assets have.
pub(crate) fn protect(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    );
}

async fn serve(State(files): State<StaticFiles>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/api" || path.starts_with("/api/") {
        return ApiError::from(ProblemCode::NotFound).into_response();
    }
    let known = request.headers().clone();
    let digest = digest_in_name(&path);
    let is_page = is_portal_page(&path);
    let query = request.uri().query().unwrap_or_default().to_owned();
    let request = tags::without_conditions(request, digest.is_some());
    let StaticFiles { mut files, mut page, preloads } = files;
    let found = if is_page {
        page.try_call(request).await.map(IntoResponse::into_response)
    } else {
        files.try_call(request).await.map(IntoResponse::into_response)
    };
    let mut response = match found {
        Ok(response) if response.status() == StatusCode::NOT_FOUND => not_found(),
        Ok(response) => response,
        // No file can have such a name, for example because it is too long.
        Err(error) if NO_FILE.contains(&error.kind()) => not_found(),
        Err(error) => {
            tracing::error!(kind = %error.kind(), "a static file cannot be read");
            ApiError::from(ProblemCode::Internal).into_response()
        }
    };
    if response.status().is_success() {
        response = tags::tagged(response, digest, &known).await;
        let caching = if digest.is_some() { IMMUTABLE } else { REVALIDATED };
        response.headers_mut().insert(header::CACHE_CONTROL, caching);
    }
    if is_page {
        let languages = known.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let link = preloads.link(&query, languages.unwrap_or_default()).await;
        let headers = response.headers_mut();
        headers.extend(link.map(|link| (header::LINK, link)));
        headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    }
    protect(&mut response);
    response
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "Not found\n").into_response()
}

/// Checks whether the path belongs to the page. All paths of the portal are the same page, except
/// paths that look like files. A missing asset is therefore a 404 and not the page.
fn is_portal_page(path: &str) -> bool {
    let below =
        path.strip_prefix(PORTAL).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    below && !file_name(path).contains('.')
}

/// Returns the digest in a name such as `name-<digest>.js`. A file with such a name never changes.
fn digest_in_name(path: &str) -> Option<&str> {
    let (stem, _extension) = file_name(path).split_once('.')?;
    let (_, end) = stem.rsplit_once('-')?;
    is_digest(end).then_some(end)
}

fn is_digest(text: &str) -> bool {
    text.len() >= SHORTEST_DIGEST && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_with_a_digest_in_their_name_are_cached_forever() {
        for path in [
            "/partner-portal-0123456789abcdef.js",
            "/app-0123456789.wasm",
            "/locales/en-0123456789abcdef.json",
            "/styles-0123abcd.css",
        ] {
            assert!(digest_in_name(path).is_some(), "{path}");
        }
        for path in
            ["/index.html", "/loader.js", "/locales/pt-BR.json", "/deadbeef", "/a.0123abcd.css"]
        {
            assert!(digest_in_name(path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_portal_path_is_the_page_unless_it_looks_like_a_file() {
        for path in ["/portal", "/portal/", "/portal/configuration/contact-information"] {
            assert!(is_portal_page(path), "{path}");
        }
        for path in ["/portals", "/portal/app.js", "/", "/other"] {
            assert!(!is_portal_page(path), "{path}");
        }
    }
}
