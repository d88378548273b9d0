//! Reads users and their errors in responses.

use partner_portal_contract::{
    FieldError, Problem, ProblemCode,
    users::{InvitedUser, User, UserField, UsersPage},
};
use reqwest::Response;

use crate::support::visitor::Visitor;

/// Reads a successful response to an invitation.
pub(crate) async fn invited(response: Response) -> InvitedUser {
    assert!([200, 201].contains(&response.status().as_u16()), "{}", response.status());
    response.json().await.unwrap()
}

/// Returns a user of the account as `person` sees them.
pub(crate) async fn user(person: &Visitor, account: &str, id: &str) -> Option<User> {
    let page: UsersPage = person.users(account, "page_size=200").await.json().await.unwrap();
    page.users.into_iter().find(|user| user.id == id)
}

/// Returns the errors of a refused name, address or role.
pub(crate) async fn user_errors(response: Response) -> Vec<FieldError<UserField>> {
    assert_eq!(response.status(), 422);
    let problem: Problem<UserField> = response.json().await.unwrap();
    assert_eq!(problem.code, ProblemCode::UserInvalid);
    problem.errors
}
