//! Adds, changes, removes and reminds the users of an account.

use gloo_net::http::Request;
use partner_portal_contract::{
    Environment,
    paths::{self, UsersQuery},
    users::{InvitedUser, NewUserInput, RemindersSent, User, UserChange, UsersPage},
};

use super::{Api, ApiError};

impl Api {
    /// Returns a page of users.
    pub async fn users(&self, account: &str, query: &UsersQuery) -> Result<UsersPage, ApiError> {
        self.get(&paths::users(account, query)).await
    }

    /// Adds a user to the account and sends the invitation.
    pub async fn add_user(
        &self,
        account: &str,
        user: &NewUserInput,
    ) -> Result<InvitedUser, ApiError> {
        let url = self.url(&paths::add_user(account));
        let response = self.write(Request::post(&url), user).await?;
        self.parse(response).await
    }

    /// Changes a user of the account.
    pub async fn change_user(
        &self,
        account: &str,
        user: &str,
        change: &UserChange,
    ) -> Result<User, ApiError> {
        let url = self.url(&paths::user(account, user));
        let response = self.write(Request::patch(&url), change).await?;
        self.parse(response).await
    }

    /// Removes a user or an invitation. `replacement` becomes an alert contact in the user's place.
    pub async fn remove_user(
        &self,
        account: &str,
        user: &str,
        replacement: Option<&str>,
    ) -> Result<(), ApiError> {
        let url = self.url(&paths::remove_user(account, user, replacement));
        self.expect_success(self.write_without_body(Request::delete(&url)).await?).await
    }

    /// Sends an invitation again and renews its expiry.
    pub async fn resend_invitation(
        &self,
        account: &str,
        user: &str,
    ) -> Result<InvitedUser, ApiError> {
        let url = self.url(&paths::user_invitation(account, user));
        let response = self.write_without_body(Request::post(&url)).await?;
        self.parse(response).await
    }

    /// Sends a reminder to the users who can fill in what is missing in the environment.
    pub async fn remind(
        &self,
        account: &str,
        environment: Environment,
    ) -> Result<RemindersSent, ApiError> {
        let url = self.url(&paths::reminders(account, environment));
        let response = self.write_without_body(Request::post(&url)).await?;
        self.parse(response).await
    }
}
