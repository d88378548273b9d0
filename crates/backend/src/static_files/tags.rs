//! Entity tags of files. They are digests: two builds may have files of the same length and the same
//! time, and then a tag made of these would keep the old file in use.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use partner_portal_contract::ProblemCode;

use crate::{error::ApiError, etag};

/// A larger file without a digest in its name has no tag, because the whole of it is read.
const LARGEST_READ: u64 = 1024 * 1024;

/// Takes the conditions out of a request: the service of files would compare them with its own tags.
/// A file whose tag is a digest of the whole is asked for as a whole.
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
        // The server takes the body away again.
        *request.method_mut() = Method::GET;
    }
    request
}

/// Gives a file its tag; answers 304 where the request names it.
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
