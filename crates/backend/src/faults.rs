//! Causes failures on demand, for end-to-end tests of the frontend's reaction. Exists only under
//! `--test-faults`. The handlers do not know about it.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Extension,
    body::Body,
    extract::{MatchedPath, Request},
    http::{Method, StatusCode},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use partner_portal_contract::{ProblemCode, paths};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    http::{error::ApiError, extract::JsonBody},
    state::AppState,
};

const FAULTS: &str = "/test/faults";

/// Adds the routes that set the faults, and the layer that applies them.
pub(crate) fn add_to(api: OpenApiRouter<AppState>) -> OpenApiRouter<AppState> {
    api.routes(routes!(put_faults, delete_faults))
        .layer(middleware::from_fn(interfere))
        .layer(Extension(Faults::default()))
}

/// The faults that have not happened yet.
#[derive(Clone, Debug, Default)]
struct Faults {
    orders: Arc<Mutex<Vec<FaultOrder>>>,
    /// Releases the held requests.
    released: Arc<Notify>,
}

/// An order to make the next requests at a point fail or wait.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FaultOrder {
    /// The requests that fail.
    fail: Option<FaultPoint>,
    /// The requests that wait until the faults are deleted.
    hold: Option<FaultPoint>,
    /// The number of affected requests.
    times: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum FaultPoint {
    Session,
    Account,
    Completion,
    ContactInformation,
    /// Reading the draft.
    Draft,
    /// Storing a draft.
    SaveDraft,
    Revisions,
    Users,
    /// Adding a user: responds with 503 and adds no user.
    UserAdded,
    /// Adding a user: adds the user, then closes the connection without a response.
    UserAddedAfterCommit,
    /// Changing a user's role.
    UserChanged,
    /// Removing a user: responds with 503 and removes no user.
    UserRemoved,
    /// Removing a user: removes the user, then closes the connection without a response.
    UserRemovedAfterCommit,
    /// Sending an invitation again.
    InvitationSent,
    OnboardingPlan,
    /// Saving: responds with 503 and stores nothing.
    Save,
    /// Saving: stores the save, then closes the connection without a response.
    SaveAfterCommit,
    /// Saving: stores the save, then responds with 503.
    SaveUnavailableAfterCommit,
}

impl FaultPoint {
    fn is_at(self, method: &Method, route: &str) -> bool {
        let (wanted, path) = match self {
            Self::Session => (Method::GET, paths::SESSION),
            Self::Account => (Method::GET, paths::ACCOUNT),
            Self::Completion => (Method::GET, paths::COMPLETION),
            Self::ContactInformation => (Method::GET, paths::CONTACT_INFORMATION),
            Self::Draft => (Method::GET, paths::DRAFT),
            Self::SaveDraft => (Method::PUT, paths::DRAFT),
            Self::Revisions => (Method::GET, paths::REVISIONS),
            Self::Users => (Method::GET, paths::USERS),
            Self::UserAdded | Self::UserAddedAfterCommit => (Method::POST, paths::USERS),
            Self::UserChanged => (Method::PATCH, paths::USER),
            Self::UserRemoved | Self::UserRemovedAfterCommit => (Method::DELETE, paths::USER),
            Self::InvitationSent => (Method::POST, paths::USER_INVITATION),
            Self::OnboardingPlan => (Method::GET, paths::ONBOARDING_PLAN),
            Self::Save | Self::SaveAfterCommit | Self::SaveUnavailableAfterCommit => {
                (Method::PUT, paths::CONTACT_INFORMATION)
            }
        };
        wanted == *method && route.strip_prefix(paths::API) == Some(path)
    }
}

impl FaultOrder {
    /// Checks whether the order affects a read that the session can include.
    fn is_for_a_part(self) -> bool {
        let is_part = |point| {
            matches!(
                point,
                FaultPoint::Account | FaultPoint::Completion | FaultPoint::ContactInformation
            )
        };
        self.times > 0 && [self.fail, self.hold].into_iter().flatten().any(is_part)
    }
}

impl Faults {
    /// Checks whether a fault is pending for a read that the session can include. If so, the
    /// session includes no parts, so that the separate request meets the fault.
    fn keep_parts_out(&self) -> bool {
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        orders.iter().any(|order| order.is_for_a_part())
    }

    /// Takes the first pending fault that matches.
    fn take(&self, is_meant: impl Fn(&FaultOrder) -> bool) -> Option<FaultOrder> {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let order = orders.iter_mut().find(|order| order.times > 0 && is_meant(order))?;
        order.times -= 1;
        Some(*order)
    }
}

/// Makes the next requests fail or wait (for tests only)
#[utoipa::path(put, path = FAULTS, tag = "tests", security(()), request_body = FaultOrder,
    responses((status = 204, description = "They will")))]
async fn put_faults(
    Extension(faults): Extension<Faults>,
    JsonBody(order): JsonBody<FaultOrder>,
) -> StatusCode {
    faults.orders.lock().unwrap_or_else(PoisonError::into_inner).push(order);
    StatusCode::NO_CONTENT
}

/// Deletes the pending faults and releases the held requests (for tests only)
#[utoipa::path(delete, path = FAULTS, tag = "tests", security(()),
    responses((status = 204, description = "Forgotten")))]
async fn delete_faults(Extension(faults): Extension<Faults>) -> StatusCode {
    faults.orders.lock().unwrap_or_else(PoisonError::into_inner).clear();
    faults.released.notify_waiters();
    StatusCode::NO_CONTENT
}

async fn interfere(
    Extension(faults): Extension<Faults>,
    route: MatchedPath,
    mut request: Request,
    next: Next,
) -> Response {
    let method = request.method().clone();
    if FaultPoint::Session.is_at(&method, route.as_str()) && faults.keep_parts_out() {
        // A path alone is always a valid address.
        *request.uri_mut() = request.uri().path().parse().unwrap_or_default();
    }
    let is_here =
        |point: Option<FaultPoint>| point.is_some_and(|at| at.is_at(&method, route.as_str()));
    // Registered before the wait, so that a release cannot be missed.
    let released = faults.released.notified();
    if faults.take(|order| is_here(order.hold)).is_some() {
        released.await;
    }
    let unavailable = || ApiError::from(ProblemCode::Unavailable).into_response();
    match faults.take(|order| is_here(order.fail)).and_then(|order| order.fail) {
        None => next.run(request).await,
        Some(
            FaultPoint::SaveAfterCommit
            | FaultPoint::UserAddedAfterCommit
            | FaultPoint::UserRemovedAfterCommit,
        ) => {
            next.run(request).await;
            lost_answer()
        }
        Some(FaultPoint::SaveUnavailableAfterCommit) => {
            next.run(request).await;
            unavailable()
        }
        Some(_) => unavailable(),
    }
}

/// Returns a response whose body fails before its first byte, so that the server closes the
/// connection.
fn lost_answer() -> Response {
    let broken = stream::iter([Err::<Vec<u8>, _>(io::Error::from(io::ErrorKind::BrokenPipe))]);
    Body::from_stream(broken).into_response()
}
