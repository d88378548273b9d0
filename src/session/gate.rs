//! The gate's state. It is derived from the backend's answers and never stored.

use partner_portal_contract::{Completion, ProblemCode, session::Session};

use crate::api::ApiError;

/// The state of the gate between the user and the portal (product specification, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The backend has not answered yet.
    Checking,
    /// The contact information is not complete.
    Locked,
    /// The portal is open.
    Open,
    /// The backend cannot be reached.
    Unreachable,
    /// The user is not signed in, or the session has ended.
    SignedOut,
    /// The user has no account yet but an invitation to one.
    Invited,
}

impl Gate {
    /// Returns the gate's state after the answers so far. `None` is a pending answer.
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

    /// Returns the status that the host sees.
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
    fn the_gate_is_checking_until_both_answers_are_there() {
        assert_eq!(Gate::derive(None, None), Gate::Checking);
        assert_eq!(Gate::derive(Some(&Ok(session())), None), Gate::Checking);
    }

    #[test]
    fn the_gate_opens_only_for_a_complete_account() {
        let gate = |complete| Gate::derive(Some(&Ok(session())), Some(&Ok(completion(complete))));
        assert_eq!(gate(true), Gate::Open);
        assert_eq!(gate(false), Gate::Locked);
    }

    #[test]
    fn a_user_without_an_account_sees_invitations() {
        let invited = Session { accounts: Vec::new(), ..session() };
        assert_eq!(Gate::derive(Some(&Ok(invited.clone())), None), Gate::Invited);
        let stale = Ok(completion(true));
        assert_eq!(Gate::derive(Some(&Ok(invited)), Some(&stale)), Gate::Invited);
    }

    #[test]
    fn an_ended_session_overrides_earlier_answers() {
        let ended = Err(refused(ProblemCode::SignedOut));
        assert_eq!(Gate::derive(Some(&Ok(session())), Some(&ended)), Gate::SignedOut);
        let ended = Err(refused(ProblemCode::SignedOut));
        assert_eq!(Gate::derive(Some(&ended), None), Gate::SignedOut);
    }

    #[test]
    fn the_gate_stays_closed_if_the_backend_does_not_answer() {
        let silent = Err(ApiError::Unreachable);
        assert_eq!(Gate::derive(Some(&Ok(session())), Some(&silent)), Gate::Unreachable);
        let silent = Err(ApiError::Unreachable);
        assert_eq!(Gate::derive(Some(&silent), None), Gate::Unreachable);
    }

    #[test]
    fn the_declared_statuses_are_the_gates_states_and_failed() {
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
