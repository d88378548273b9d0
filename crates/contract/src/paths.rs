//! Every path of the HTTP contract, under the API's base (`/api/v1` by default).
//!
//! The constants are the route patterns; the functions fill them in.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    Environment,
    users::{Role, UserState, UsersSort},
};

/// Who is signed in.
pub const SESSION: &str = "/session";
/// One invitation of the signed-in person, where it is answered.
pub const SESSION_INVITATION: &str = "/session/invitations/{invitation}";
/// One account.
pub const ACCOUNT: &str = "/accounts/{account}";
/// Whether the contact information is complete.
pub const COMPLETION: &str = "/accounts/{account}/completion";
/// The contact information.
pub const CONTACT_INFORMATION: &str = "/accounts/{account}/contact-information";
/// What this person has typed and not submitted.
pub const DRAFT: &str = "/accounts/{account}/contact-information/draft";
/// Every save of the contact information.
pub const REVISIONS: &str = "/accounts/{account}/contact-information/revisions";
/// The people of the account.
pub const USERS: &str = "/accounts/{account}/users";
/// One person of the account.
pub const USER: &str = "/accounts/{account}/users/{user}";
/// The invitation of one person.
pub const USER_INVITATION: &str = "/accounts/{account}/users/{user}/invitation";
/// Asks those who can to fill in what is missing.
pub const REMINDERS: &str = "/accounts/{account}/reminders";
/// The steps before launch.
pub const ONBOARDING_PLAN: &str = "/accounts/{account}/onboarding-plan";
/// Sign in or out as a demo person; only under `--demo`.
pub const DEMO_SESSION: &str = "/demo/session";
/// The demo's people; only under `--demo`.
pub const DEMO_USERS: &str = "/demo/users";
/// The `OpenAPI` document.
pub const OPENAPI: &str = "/openapi.json";

/// Sent with every write: a foreign page cannot add it without our consent (CORS).
pub const CSRF_HEADER: &str = "x-partner-portal";
/// Names the user that a request is meant for, as [`user_header`] writes them: with a session cookie,
/// which all tabs of a browser share, somebody else may have signed in meanwhile. The answer is then
/// [`SignedOut`](crate::ProblemCode::SignedOut), and nothing is done in the other one's name.
pub const USER_HEADER: &str = "x-partner-portal-user";
/// Names a save, so that a retry of a lost answer is not a second save.
pub const IDEMPOTENCY_KEY_HEADER: &str = "idempotency-key";
/// The longest wait that `Prefer: wait=` grants, in seconds.
pub const MAX_WAIT_SECONDS: u32 = 25;

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// [`SESSION_INVITATION`].
pub fn session_invitation(invitation: &str) -> String {
    SESSION_INVITATION.replace("{invitation}", &segment(invitation))
}

/// [`ACCOUNT`].
pub fn account(account: &str) -> String {
    fill(ACCOUNT, account)
}

/// [`COMPLETION`] in an environment.
pub fn completion(account: &str, environment: Environment) -> String {
    fill(COMPLETION, account) + "?environment=" + environment.as_str()
}

/// [`CONTACT_INFORMATION`] as it is read.
pub fn contact_information(account: &str) -> String {
    fill(CONTACT_INFORMATION, account)
}

/// [`CONTACT_INFORMATION`] as it is saved: by the rules of an environment.
pub fn save_contact_information(account: &str, environment: Environment) -> String {
    contact_information(account) + "?environment=" + environment.as_str()
}

/// [`DRAFT`].
pub fn draft(account: &str) -> String {
    fill(DRAFT, account)
}

/// A page of [`REVISIONS`]; the token is from the page before, empty for the first one.
pub fn revisions(account: &str, page_size: u32, page_token: &str) -> String {
    let path = fill(REVISIONS, account) + "?page_size=" + &page_size.to_string();
    if page_token.is_empty() { path } else { path + "&page_token=" + &encode(page_token) }
}

/// [`ONBOARDING_PLAN`] in an environment: it is locked by that environment's requirements.
pub fn onboarding_plan(account: &str, environment: Environment) -> String {
    fill(ONBOARDING_PLAN, account) + "?environment=" + environment.as_str()
}

/// What to list of [`USERS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsersQuery {
    /// Part of a name or an e-mail address; empty for everybody.
    pub query: String,
    /// Only this role.
    pub role: Option<Role>,
    /// Only this state.
    pub state: Option<UserState>,
    /// The order.
    pub sort: UsersSort,
    /// At most [`crate::users::MAX_PAGE_SIZE`].
    pub page_size: u32,
    /// From the page before; empty for the first page.
    pub page_token: String,
}

/// [`USERS`], searched and paged.
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

/// [`USERS`], where somebody is added.
pub fn add_user(account: &str) -> String {
    fill(USERS, account)
}

/// [`USER`].
pub fn user(account: &str, user: &str) -> String {
    fill(USER, account).replace("{user}", &segment(user))
}

/// [`USER`] as it is removed: as an alert contact, `replacement` takes the person's place.
pub fn remove_user(account: &str, user: &str, replacement: Option<&str>) -> String {
    let path = self::user(account, user);
    match replacement {
        Some(replacement) => path + "?replacement_user_id=" + &encode(replacement),
        None => path,
    }
}

/// [`USER_INVITATION`].
pub fn user_invitation(account: &str, user: &str) -> String {
    fill(USER_INVITATION, account).replace("{user}", &segment(user))
}

/// [`REMINDERS`] of what an environment asks for.
pub fn reminders(account: &str, environment: Environment) -> String {
    fill(REMINDERS, account) + "?environment=" + environment.as_str()
}

/// The value of [`USER_HEADER`]: a header has room for fewer characters than an id.
pub fn user_header(user: &str) -> String {
    encode(user)
}

fn fill(pattern: &str, account: &str) -> String {
    pattern.replace("{account}", &segment(account))
}

/// One segment of a path. URL parsers take `.` and `..` for steps in the path, percent-encoded or
/// not; encoded twice they name no account, and the answer is the 404 that a wrong id deserves.
fn segment(text: &str) -> String {
    if matches!(text, "." | "..") { text.replace('.', "%252E") } else { encode(text) }
}

/// Percent-encodes a value of a query.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}
