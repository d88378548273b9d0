//! Helpers for the tests of access.

use partner_portal_contract::{
    FieldError, Problem, ProblemCode,
    language::Language,
    users::{InvitedUser, NewUserDraft, Role, User, UserChange, UserField, UsersPage},
};
use reqwest::Response;

use crate::visitor::Visitor;

/// A new user whom no account knows.
pub(crate) fn newcomer(role: Role) -> NewUserDraft {
    named("Ada Newcomer", "ada.newcomer@example.com", role)
}

/// A new user with this name and address.
pub(crate) fn named(name: &str, email: &str, role: Role) -> NewUserDraft {
    NewUserDraft {
        name: name.to_owned(),
        email: email.to_owned(),
        role: Some(role),
        language: Language::English,
    }
}

/// A change of the role without a replacement.
pub(crate) fn role(role: Role) -> UserChange {
    UserChange { role, replacement_user_id: None }
}

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
