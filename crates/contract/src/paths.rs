//! Every path of the HTTP contract, under the API's base ([`API`] by default).
//!
//! The constants are the route patterns; the functions fill them in.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    Environment,
    users::{Role, UserState, UsersSort},
};

/// The base of all paths at this backend. An embedder's proxy may serve the API under another one.
pub const API: &str = "/api/v1";

/// The signed-in user's session.
pub const SESSION: &str = "/session";
/// An invitation of the signed-in user; answers are posted here.
pub const SESSION_INVITATION: &str = "/session/invitations/{invitation}";
/// An account.
pub const ACCOUNT: &str = "/accounts/{account}";
/// The completion of the contact information.
pub const COMPLETION: &str = "/accounts/{account}/completion";
/// The contact information.
pub const CONTACT_INFORMATION: &str = "/accounts/{account}/contact-information";
/// The signed-in user's draft: typed text that has not been submitted.
pub const DRAFT: &str = "/accounts/{account}/contact-information/draft";
/// The history of saves of the contact information.
pub const REVISIONS: &str = "/accounts/{account}/contact-information/revisions";
/// The users of the account.
pub const USERS: &str = "/accounts/{account}/users";
/// A user of the account.
pub const USER: &str = "/accounts/{account}/users/{user}";
/// The invitation of a user.
pub const USER_INVITATION: &str = "/accounts/{account}/users/{user}/invitation";
/// Reminders to all users who can fill in the missing information.
pub const REMINDERS: &str = "/accounts/{account}/reminders";
/// The steps before launch.
pub const ONBOARDING_PLAN: &str = "/accounts/{account}/onboarding-plan";
/// Signs a demo user in or out; only under `--demo`.
pub const DEMO_SESSION: &str = "/demo/session";
/// The demo users; only under `--demo`.
pub const DEMO_USERS: &str = "/demo/users";
/// The accounts of the platform, for the operator's own systems.
pub const OPERATOR_ACCOUNTS: &str = "/operator/accounts";
/// An account, named by the platform's own partner id.
pub const OPERATOR_ACCOUNT: &str = "/operator/accounts/{partner_id}";
/// The users of an account.
pub const OPERATOR_USERS: &str = "/operator/accounts/{partner_id}/users";
/// A user of an account, named by their address.
pub const OPERATOR_USER: &str = "/operator/accounts/{partner_id}/users/{email}";
/// The contact information of an account.
pub const OPERATOR_CONTACT_INFORMATION: &str =
    "/operator/accounts/{partner_id}/contact-information";
/// The completion of an account.
pub const OPERATOR_COMPLETION: &str = "/operator/accounts/{partner_id}/completion";
/// The completion of many accounts.
pub const OPERATOR_BULK_COMPLETION: &str = "/operator/completion";
/// The `OpenAPI` document.
pub const OPENAPI: &str = "/openapi.json";

/// A header that is sent with every write. A foreign page cannot add it without our consent (CORS).
pub const CSRF_HEADER: &str = "x-partner-portal";
/// A header that names the user for whom a request is meant, encoded by [`user_header`]. All tabs
/// of a browser share the session cookie, so another user may have signed in meanwhile. In that
/// case the answer is [`SignedOut`](crate::ProblemCode::SignedOut), and nothing is done in the
/// other user's name.
pub const USER_HEADER: &str = "x-partner-portal-user";
/// A header that identifies a save, so that a retry after a lost response does not save twice.
pub const IDEMPOTENCY_KEY_HEADER: &str = "idempotency-key";
/// The longest wait that the server grants for `Prefer: wait=`, in seconds.
pub const MAX_WAIT_SECONDS: u32 = 25;

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Builds the path of [`SESSION_INVITATION`].
pub fn session_invitation(invitation: &str) -> String {
    SESSION_INVITATION.replace("{invitation}", &segment(invitation))
}

/// Builds the path of [`ACCOUNT`].
pub fn account(account: &str) -> String {
    fill(ACCOUNT, account)
}

/// Builds the path of [`COMPLETION`] for an environment.
pub fn completion(account: &str, environment: Environment) -> String {
    fill(COMPLETION, account) + "?environment=" + environment.as_str()
}

/// Builds the path for reading [`CONTACT_INFORMATION`].
pub fn contact_information(account: &str) -> String {
    fill(CONTACT_INFORMATION, account)
}

/// Builds the path for saving [`CONTACT_INFORMATION`] by the rules of an environment.
pub fn save_contact_information(account: &str, environment: Environment) -> String {
    contact_information(account) + "?environment=" + environment.as_str()
}

/// Builds the path of [`DRAFT`].
pub fn draft(account: &str) -> String {
    fill(DRAFT, account)
}

/// Builds the path of a page of [`REVISIONS`]. The token comes from the previous page and is empty
/// for the first page.
pub fn revisions(account: &str, page_size: u32, page_token: &str) -> String {
    let path = fill(REVISIONS, account) + "?page_size=" + &page_size.to_string();
    if page_token.is_empty() { path } else { path + "&page_token=" + &encode(page_token) }
}

/// Builds the path of [`ONBOARDING_PLAN`] for an environment, whose requirements lock the plan.
pub fn onboarding_plan(account: &str, environment: Environment) -> String {
    fill(ONBOARDING_PLAN, account) + "?environment=" + environment.as_str()
}

/// The filters, order and page of a request for [`USERS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsersQuery {
    /// A part of a name or an e-mail address; empty for no filter.
    pub query: String,
    /// The only role to list, if any.
    pub role: Option<Role>,
    /// The only state to list, if any.
    pub state: Option<UserState>,
    /// The order.
    pub sort: UsersSort,
    /// The page size, at most [`crate::users::MAX_PAGE_SIZE`].
    pub page_size: u32,
    /// The token from the previous page; empty for the first page.
    pub page_token: String,
}

/// Builds the path of a page of [`USERS`].
pub fn users(account: &str, query: &UsersQuery) -> String {
    let mut path = fill(USERS, account) + "?page_size=" + &query.page_size.to_string();
    if let Some(role) = query.role {
        path = path + "&role=" + role.as_str();
    }
    if let Some(state) = query.state {
        path = path + "&state=" + state.as_str();
    }
    if query.sort != UsersSort::default() {
        path = path + "&sort=" + query.sort.as_str();
    }
    for (name, value) in [("&query=", &query.query), ("&page_token=", &query.page_token)] {
        if !value.is_empty() {
            path = path + name + &encode(value);
        }
    }
    path
}

/// Builds the path of [`USERS`] for adding a user.
pub fn add_user(account: &str) -> String {
    fill(USERS, account)
}

/// Builds the path of [`USER`].
pub fn user(account: &str, user: &str) -> String {
    fill(USER, account).replace("{user}", &segment(user))
}

/// Builds the path for removing [`USER`]. If the user is an alert contact, `replacement` takes
/// their place.
pub fn remove_user(account: &str, user: &str, replacement: Option<&str>) -> String {
    let path = self::user(account, user);
    match replacement {
        Some(replacement) => path + "?replacement_user_id=" + &encode(replacement),
        None => path,
    }
}

/// Builds the path of [`USER_INVITATION`].
pub fn user_invitation(account: &str, user: &str) -> String {
    fill(USER_INVITATION, account).replace("{user}", &segment(user))
}

/// Builds the path of [`REMINDERS`] about an environment's requirements.
pub fn reminders(account: &str, environment: Environment) -> String {
    fill(REMINDERS, account) + "?environment=" + environment.as_str()
}

/// Encodes a user id for [`USER_HEADER`], because a header allows fewer characters than an id.
pub fn user_header(user: &str) -> String {
    encode(user)
}

fn fill(pattern: &str, account: &str) -> String {
    pattern.replace("{account}", &segment(account))
}

/// Encodes one segment of a path. URL parsers resolve `.` and `..` as relative steps, even
/// percent-encoded. Encoded twice, they match no account, so the response is the usual 404 for an
/// unknown id.
fn segment(text: &str) -> String {
    if matches!(text, "." | "..") { text.replace('.', "%252E") } else { encode(text) }
}

/// Percent-encodes a query value.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}
