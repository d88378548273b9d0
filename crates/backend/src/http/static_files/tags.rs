//! Adds entity tags to files. The tags are digests. Two builds may have files with the same length
//! and the same time, so a tag made of these could keep an outdated file in use.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::ProblemCode;

use crate::http::{error::ApiError, etag};

/// The largest file in bytes that is read as a whole for its tag. Larger files without a digest in
/// their name have no tag.
const LARGEST_READ: u64 = 1024 * 1024;

/// Removes the conditions from a request, because the file service would compare them with its own
/// tags. Also removes the range if the tag is a digest of the whole file.
pub(super) fn without_conditions(mut request: Request, has_digest_in_name: bool) -> Request {
    let headers = request.headers_mut();
    let is_conditional_range = headers.remove(header::IF_RANGE).is_some();
    if is_conditional_range || !has_digest_in_name {
        headers.remove(header::RANGE);
    }
    for condition in [
        header::IF_MATCH,
        header::IF_NONE_MATCH,
        header::IF_MODIFIED_SINCE,
        header::IF_UNMODIFIED_SINCE,
    ] {
        headers.remove(condition);
    }
    if !has_digest_in_name && request.method() == Method::HEAD {
        // The server removes the body again.
        *request.method_mut() = Method::GET;
    }
    request
}

/// Adds the tag of a file, or responds with 304 if the request contains it.
pub(super) async fn tagged(
    mut response: Response,
    digest_in_name: Option<&str>,
    request: &HeaderMap,
) -> Response {
    let tag = match digest_in_name {
        Some(digest) => {
            let encoding = response.headers().get(header::CONTENT_ENCODING);
            let encoding = encoding.and_then(|encoding| encoding.to_str().ok());
            etag::of_version(&encoding.map_or(digest.to_owned(), |name| format!("{digest}-{name}")))
        }
        None if length(&response).is_none_or(|length| length > LARGEST_READ) => {
            response.headers_mut().remove(header::ETAG);
            return response;
        }
        None => {
            let (parts, body) = response.into_parts();
            let Ok(body) = to_bytes(body, usize::MAX).await else {
                tracing::error!("--static-dir: a file could not be read");
                return ApiError::from(ProblemCode::Internal).into_response();
            };
            let tag = etag::of_version(&etag::version_of(&body));
            response = Response::from_parts(parts, Body::from(body));
            tag
        }
    };
    if etag::if_none_match(request, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        response.headers_mut().remove(header::CONTENT_LENGTH);
    }
    response.headers_mut().insert(header::ETAG, tag);
    response
}

fn length(response: &Response) -> Option<u64> {
    response.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
