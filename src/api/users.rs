//! Giving people access, changing it and taking it back, and reminding them.

use gloo_net::http::Request;
use partner_portal_contract::{
    Environment,
    paths::{self, UsersQuery},
    users::{InvitedUser, NewUserDraft, RemindersSent, User, UserChange, UsersPage},
};

use super::{Api, ApiError};

impl Api {
    /// A page of users.
    pub async fn users(&self, account: &str, query: &UsersQuery) -> Result<UsersPage, ApiError> {
        self.get(&paths::users(account, query)).await
    }

    /// Gives somebody access and sends the invitation.
    pub async fn add_user(
        &self,
        account: &str,
        user: &NewUserDraft,
    ) -> Result<InvitedUser, ApiError> {
        let url = self.url(&paths::add_user(account));
        let response = self.write(Request::post(&url), user).await?;
        self.parse(response).await
    }

    /// Changes what somebody may do.
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

    /// Takes somebody's access back, or an invitation; `replacement` takes the person's place as
    /// an alert contact.
    pub async fn remove_user(
        &self,
        account: &str,
        user: &str,
        replacement: Option<&str>,
    ) -> Result<(), ApiError> {
        let url = self.url(&paths::remove_user(account, user, replacement));
        self.expect_success(self.write_without_body(Request::delete(&url)).await?).await
    }

    /// Sends an invitation again, with new time to accept it.
    pub async fn resend_invitation(
        &self,
        account: &str,
        user: &str,
    ) -> Result<InvitedUser, ApiError> {
        let url = self.url(&paths::user_invitation(account, user));
        let response = self.write_without_body(Request::post(&url)).await?;
        self.parse(response).await
    }

    /// Asks those who can to fill in what an environment misses.
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
