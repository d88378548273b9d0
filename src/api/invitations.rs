//! Answers invitations.

use gloo_net::http::Request;
use partner_portal_contract::{
    paths,
    session::{InvitationAnswer, InvitationReply},
};

use super::{Api, ApiError};

impl Api {
    /// Accepts or declines an invitation of the signed-in user.
    pub async fn answer_invitation(
        &self,
        invitation: &str,
        answer: InvitationAnswer,
    ) -> Result<(), ApiError> {
        let url = self.url(&paths::session_invitation(invitation));
        let response = self.write(Request::post(&url), &InvitationReply { answer }).await?;
        self.expect_success(response).await
    }
}
