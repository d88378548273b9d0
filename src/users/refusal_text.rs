//! The texts that explain why the backend refused an action on a user, and who can help.

use partner_portal_contract::ProblemCode;

use crate::{
    api::ApiError,
    i18n::{I18n, Text, relative_time},
};

/// Returns the explanation of an error that concerns the user with this name.
pub fn refusal(i18n: I18n, error: &ApiError, name: &str) -> String {
    let ApiError::Refused { code, request_id, retry_after, .. } = error else {
        return i18n.text(Text::ErrorNotDone);
    };
    let text = match code {
        ProblemCode::NotPermitted => Text::ErrorNotAdministrator,
        ProblemCode::EmailTaken => Text::ErrorEmailTaken,
        ProblemCode::LastAdministrator => Text::ErrorLastAdministrator,
        ProblemCode::UserIsLastAlertContact => Text::RemovesLastAlertContact,
        ProblemCode::ReplacementNotPossible => Text::ErrorReplacement,
        ProblemCode::InvitationAccepted => Text::ErrorInvitationAccepted,
        ProblemCode::NotFound => Text::ErrorUserGone,
        ProblemCode::RateLimited => Text::ErrorTooManyInvitations,
        ProblemCode::RecipientRateLimited => Text::ErrorRecipientLimited,
        ProblemCode::SignedOut => Text::SignedOutTextKept,
        _ => Text::ErrorRefused,
    };
    let when = relative_time(i18n, retry_after.unwrap_or(60).into());
    i18n.with(text, &[("name", name), ("when", &when), ("request", request_id)])
}
