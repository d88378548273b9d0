//! The gate: derived from what the backend answered, never stored.

use partner_portal_contract::{Completion, ProblemCode, session::Session};

use crate::api::ApiError;

/// What stands between a partner and the portal (product specification, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Not known yet.
    Checking,
    /// The contact information is not complete.
    Locked,
    /// The portal is open.
    Open,
    /// The backend does not answer.
    Unreachable,
    /// Nobody is signed in.
    SignedOut,
    /// The user has no account yet, and is invited to one.
    Invited,
}

impl Gate {
    /// The gate for the answers so far; `None` is an answer that is still awaited.
    pub fn derive(
        session: Option<&Result<Session, ApiError>>,
        completion: Option<&Result<Completion, ApiError>>,
    ) -> Self {
        match (session, completion) {
            (Some(Err(error)), _) | (_, Some(Err(error))) => Self::of_error(error),
            (Some(Ok(session)), _) if session.accounts.is_empty() => Self::Invited,
            (Some(Ok(_)), Some(Ok(completion))) if completion.complete => Self::Open,
            (Some(Ok(_)), Some(Ok(_))) => Self::Locked,
            _ => Self::Checking,
        }
    }

    fn of_error(error: &ApiError) -> Self {
        if error.is(ProblemCode::SignedOut) { Self::SignedOut } else { Self::Unreachable }
    }

    /// The word for the host.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Locked => "locked",
            Self::Open => "open",
            Self::Unreachable => "unreachable",
            Self::SignedOut => "signed_out",
            Self::Invited => "invited",
        }
    }
}

#[cfg(test)]
mod tests {
    use partner_portal_contract::{
        Environment,
        session::{Platform, SessionAccount, SessionUser},
        users::Role,
    };

    use super::*;

    fn session() -> Session {
        let text = String::new;
        Session {
            user: SessionUser { id: text(), name: text(), email: text() },
            accounts: vec![SessionAccount {
                id: text(),
                name: text(),
                role: Role::Editor,
                capabilities: Vec::new(),
                support_url: text(),
                help_url: text(),
            }],
            invitations: Vec::new(),
            platform: Platform { name: text(), support_url: text(), help_url: text() },
        }
    }

    fn completion(complete: bool) -> Completion {
        Completion {
            version: String::new(),
            complete,
            revision: 1,
            environment: Environment::Sandbox,
            requirements: Vec::new(),
            role: Role::Editor,
            can_edit: true,
            editors: Vec::new(),
        }
    }

    fn refused(code: ProblemCode) -> ApiError {
        ApiError::Refused { code, errors: Vec::new(), request_id: String::new(), retry_after: None }
    }

    #[test]
    fn nothing_is_known_until_both_answers_are_there() {
        assert_eq!(Gate::derive(None, None), Gate::Checking);
        assert_eq!(Gate::derive(Some(&Ok(session())), None), Gate::Checking);
    }

    #[test]
    fn only_a_complete_answer_opens() {
        let gate = |complete| Gate::derive(Some(&Ok(session())), Some(&Ok(completion(complete))));
        assert_eq!(gate(true), Gate::Open);
        assert_eq!(gate(false), Gate::Locked);
    }

    #[test]
    fn without_an_account_only_an_invitation_can_be_answered() {
        let invited = Session { accounts: Vec::new(), ..session() };
        assert_eq!(Gate::derive(Some(&Ok(invited.clone())), None), Gate::Invited);
        let stale = Ok(completion(true));
        assert_eq!(Gate::derive(Some(&Ok(invited)), Some(&stale)), Gate::Invited);
    }

    #[test]
    fn an_ended_session_outweighs_what_was_known() {
        let ended = Err(refused(ProblemCode::SignedOut));
        assert_eq!(Gate::derive(Some(&Ok(session())), Some(&ended)), Gate::SignedOut);
        let ended = Err(refused(ProblemCode::SignedOut));
        assert_eq!(Gate::derive(Some(&ended), None), Gate::SignedOut);
    }

    #[test]
    fn a_backend_that_does_not_answer_opens_nothing() {
        let silent = Err(ApiError::Unreachable);
        assert_eq!(Gate::derive(Some(&Ok(session())), Some(&silent)), Gate::Unreachable);
        let silent = Err(ApiError::Unreachable);
        assert_eq!(Gate::derive(Some(&silent), None), Gate::Unreachable);
    }

    #[test]
    fn the_status_that_typescript_knows_is_a_gate_or_a_failure_of_the_loader() {
        let declarations = include_str!("../embed/partner-portal.d.ts");
        let (_, rest) = declarations.split_once("export type Status =").unwrap();
        let declared = rest.split(';').next().unwrap().split('"').skip(1).step_by(2);
        let gates = [
            Gate::Checking,
            Gate::Locked,
            Gate::Open,
            Gate::Unreachable,
            Gate::SignedOut,
            Gate::Invited,
        ];
        let mut expected: Vec<_> = gates.map(Gate::as_str).into();
        expected.push("failed");
        assert_eq!(declared.collect::<Vec<_>>(), expected);
    }
}
