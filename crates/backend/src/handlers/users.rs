//! Lists the users of an account with search, filters and pages.

use axum::{Json, extract::State};
use partner_portal_contract::{
    Problem, ProblemCode, paths,
    users::{MAX_PAGE_SIZE, Role, UserState, UsersPage, UsersSort},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    http::{
        error::ApiError,
        extract::{Member, ValidQuery},
        pages,
    },
    ids::UserId,
    state::AppState,
    storage::{UsersFilter, UsersPosition},
};

const DEFAULT_PAGE_SIZE: u32 = 50;
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
    let page_size = parameters.page_size.unwrap_or(DEFAULT_PAGE_SIZE);
    if !(1..=MAX_PAGE_SIZE).contains(&page_size) {
        return Err(ProblemCode::InvalidParameter.into());
    }
    let filter = parameters.filter()?;
    let list = [
        "users",
        member.account.as_str(),
        filter.sort.as_str(),
        filter.role.map_or("", Role::as_str),
        filter.state.map_or("", UserState::as_str),
        filter.query.as_str(),
    ];
    let after = pages::read(&list, &parameters.page_token)?
        .map(|place| position(&place).ok_or(ProblemCode::InvalidParameter))
        .transpose()?;
    let now = state.clock.now();
    let page =
        state.storage.users(&member.account, &filter, after.as_ref(), page_size, now).await?;
    let next = page.next.map(|position| pages::write(&list, &place(&position)));
    Ok(Json(UsersPage { users: page.users, total_size: page.total_size, next_page_token: next }))
}

fn place(position: &UsersPosition) -> String {
    let UsersPosition { rank, name_key, user_id } = position;
    format!("{rank}{SEPARATOR}{user_id}{SEPARATOR}{name_key}")
}

fn position(place: &str) -> Option<UsersPosition> {
    let (rank, rest) = place.split_once(SEPARATOR)?;
    let (user_id, name_key) = rest.split_once(SEPARATOR)?;
    Some(UsersPosition {
        rank: rank.parse().ok()?,
        name_key: name_key.to_owned(),
        user_id: UserId::new(user_id),
    })
}
