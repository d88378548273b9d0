//! The kinds of rate limits.

/// The kind of action that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitKind {
    /// Attempts to sign in, per network address.
    SignIn,
    /// Sent invitations, per account.
    Invitation,
    /// Sent invitations, per account and recipient.
    InvitationTo,
    /// Invitation mails, per recipient.
    InvitationMail,
}

impl LimitKind {
    /// Returns the name in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Invitation => "invitation",
            Self::InvitationTo => "invitation_to",
            Self::InvitationMail => "invitation_mail",
        }
    }
}
