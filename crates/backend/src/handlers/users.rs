//! Lists the users of an account with search, filters and pages, and invites users.

use axum::{Json, extract::State, http::StatusCode};
use partner_portal_contract::{
    BundledReferenceData, Problem, ProblemCode, paths,
    users::{
        InvitedUser, MAX_PAGE_SIZE, NewUserInput, Role, UserField, UserState, UsersPage, UsersSort,
    },
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::invitation_mail;
use crate::{
    http::{
        error::ApiError,
        extract::{JsonBody, ManagingMember, Member, ValidQuery},
        pages::{self, PageSizes, RequestedPage},
    },
    ids::{AccountId, InvitationId, UserId},
    rules::{
        access::{found, invitation_period, still_manages},
        limits::count_invitation_to,
    },
    state::AppState,
    storage::users::{UsersFilter, UsersPosition},
};

const PAGE_SIZES: PageSizes = PageSizes { default: 50, max: MAX_PAGE_SIZE };
// Occurs in no id and no name, so it can separate the parts of a position.
const SEPARATOR: char = '\0';

/// The query of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct UsersParameters {
    /// Words that must all occur in the name or the email address, in any order. Case, accents,
    /// apostrophes and letters that many keyboards lack make no difference: `lukasz` finds Łukasz.
    /// `Name <address>` is searched by its address. Only the first ten words are used, and a
    /// repeated word counts once.
    query: String,
    /// Only users with this role.
    role: Option<String>,
    /// Only users in this state. An expired invitation is `invited`.
    state: Option<String>,
    /// `name`, `role` or `state`. A leading `-` reverses the order. The default is `name`. Users
    /// with equal values are sorted by name. Names are sorted by the root order of the Unicode
    /// collation.
    sort: Option<String>,
    /// 1 to 200. The default is 50.
    page_size: Option<u32>,
    /// The `next_page_token` of the previous page.
    page_token: String,
}

impl UsersParameters {
    fn filter(&self) -> Result<UsersFilter, ProblemCode> {
        Ok(UsersFilter {
            query: self.query.trim().to_owned(),
            role: value(self.role.as_deref(), Role::parse)?,
            state: value(self.state.as_deref(), UserState::parse)?,
            sort: value(self.sort.as_deref(), UsersSort::parse)?.unwrap_or_default(),
        })
    }
}

/// Parses the value of a parameter, or refuses it.
fn value<T>(name: Option<&str>, parse: fn(&str) -> Option<T>) -> Result<Option<T>, ProblemCode> {
    name.map(|name| parse(name).ok_or(ProblemCode::InvalidParameter)).transpose()
}

/// Lists the users of the account
#[utoipa::path(get, path = paths::USERS, tag = "users",
    params(("account" = String, Path, description = "The account's id"), UsersParameters),
    responses(
        (status = 200, body = UsersPage),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_users(
    State(state): State<AppState>,
    member: Member,
    ValidQuery(parameters): ValidQuery<UsersParameters>,
) -> Result<Json<UsersPage>, ApiError> {
    Ok(Json(users_page(&state, &member.account, &parameters).await?))
}

/// Reads the requested page of the users of an account.
pub(super) async fn users_page(
    state: &AppState,
    account: &AccountId,
    parameters: &UsersParameters,
) -> Result<UsersPage, ApiError> {
    let filter = parameters.filter()?;
    let list = [
        "users",
        account.as_str(),
        filter.sort.as_str(),
        filter.role.map_or("", Role::as_str),
        filter.state.map_or("", UserState::as_str),
        filter.query.as_str(),
    ];
    let UsersParameters { page_size, page_token, .. } = parameters;
    let requested =
        RequestedPage::parse(&list, PAGE_SIZES, *page_size, page_token, parse_position)?;
    let (after, now) = (requested.after.as_ref(), state.clock.now());
    let page = state.storage.users(account, &filter, after, requested.size, now).await?;
    let next = page.next.map(|position| pages::write(&list, &place(&position)));
    Ok(UsersPage { users: page.users, total_size: page.total_size, next_page_token: next })
}

/// Invites a user to the account
///
/// The response repeats the request's data, even if the address belongs to a member of another
/// account. That member's own name and id are shown only after they accept. Until then, `user.id`
/// is the id of the invitation.
#[utoipa::path(post, path = paths::USERS, tag = "users",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("x-partner-portal" = String, Header, description = "`1`"),
    ),
    request_body = NewUserInput,
    responses(
        (status = 201, body = InvitedUser),
        (status = 429, body = Problem, content_type = "application/problem+json",
            headers(("retry-after" = u64, description = "In seconds"))),
        (status = 422, body = Problem<UserField>, content_type = "application/problem+json"),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn post_user(
    State(state): State<AppState>,
    ManagingMember(member): ManagingMember,
    JsonBody(input): JsonBody<NewUserInput>,
) -> Result<(StatusCode, Json<InvitedUser>), ApiError> {
    let tasks = state.tasks.clone();
    Ok((StatusCode::CREATED, Json(tasks.finish(invite(state, member, input)).await?)))
}

async fn invite(
    state: AppState,
    member: Member,
    input: NewUserInput,
) -> Result<InvitedUser, ApiError> {
    let account = state.storage.account(&member.account).await?.ok_or(ProblemCode::NotFound)?;
    let roles = state.integration_type(&account)?.roles();
    let new = input.parse(roles, &BundledReferenceData).map_err(ApiError::user_invalid)?;
    // Must run before the change begins, because storage has a single writer.
    state.limits.count_invitation(&account.id).await?;
    let now = state.clock.now();
    let period = invitation_period(now);
    let mut change = state.storage.begin_access_change(account.id.clone()).await?;
    still_manages(&mut change, &member.signed_in.person.id).await?;
    if change.has_address(new.address()).await? {
        return Err(ProblemCode::EmailTaken.into());
    }
    let may_mail = count_invitation_to(&mut change, &account.id, new.address().key(), now).await?;
    let id = InvitationId::generate().map_err(|_| ProblemCode::Internal)?;
    change.invite(&id, &new, &member.signed_in.person.id, period).await?;
    let invited = found(&mut change, &UserId::new(id.as_str()), now).await?;
    change.commit(now).await?;
    state.change_feed.publish_change(&account.id);
    let invited_by = member.signed_in.person.name;
    Ok(invitation_mail::send(&state, &account, invited_by, invited, period, may_mail).await)
}

fn place(position: &UsersPosition) -> String {
    let UsersPosition { rank, name_key, user_id } = position;
    format!("{rank}{SEPARATOR}{user_id}{SEPARATOR}{name_key}")
}

fn parse_position(place: &str) -> Option<UsersPosition> {
    let (rank, rest) = place.split_once(SEPARATOR)?;
    let (user_id, name_key) = rest.split_once(SEPARATOR)?;
    Some(UsersPosition {
        rank: rank.parse().ok()?,
        name_key: name_key.to_owned(),
        user_id: UserId::new(user_id),
    })
}
