//! Extractors for the handlers. An extractor succeeds only if the request passes its checks, so a
//! handler cannot forget them.

mod bearer_token;
mod client_address;
mod if_match;
mod invitation_in_path;
mod json_body;
mod member;
mod operator;
mod operator_path;
mod own_page;
mod permitted_member;
mod prefer_wait;
mod query;
mod session_cookie;
mod signed_in;
mod user_in_path;

pub use client_address::SignInAllowed;
pub use if_match::IfMatch;
pub use invitation_in_path::InvitationInPath;
pub use json_body::JsonBody;
pub(crate) use json_body::MAX_BODY_OCTETS;
pub use member::Member;
pub use operator::{Operator, WritingOperator};
pub use operator_path::{EmailInPath, PartnerIdInPath};
pub use own_page::FromOwnPage;
pub use permitted_member::{EditingMember, ManagingMember};
pub use prefer_wait::PreferWait;
pub use query::{EnvironmentQuery, ValidQuery};
pub use session_cookie::{session_cookie_name, session_token_hash};
pub use signed_in::SignedIn;
pub use user_in_path::UserInPath;
