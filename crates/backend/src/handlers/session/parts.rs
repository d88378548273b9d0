//! Reads the data of one account that `GET /session` can include for the first view of the portal.
//! Each part comes from the function that its own handler uses, after the same check of the
//! membership.

use partner_portal_contract::{
    Environment, ProblemCode,
    session::{Included, Session, SessionPart},
};
use serde::{Deserialize, Deserializer, de::Error};
use utoipa::IntoParams;

use crate::{
    handlers::{account, completion, contact_information},
    http::{
        error::ApiError,
        extract::{Member, SignedIn},
    },
    ids::AccountId,
    state::AppState,
};

/// The query of the session.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct SessionParameters {
    /// The parts to include, separated by commas. An unknown name is 400 `invalid_parameter`.
    #[serde(deserialize_with = "comma_separated")]
    #[param(style = Form, explode = false, inline)]
    include: Vec<SessionPart>,
    /// The id of the account to include. An id that is not in `accounts` counts as absent.
    account: Option<String>,
    /// The environment of the included completion; required with `include=completion`.
    #[param(inline)]
    environment: Option<Environment>,
}

/// The parts to include, with the values that they need.
#[derive(Debug)]
pub(crate) struct AskedParts {
    named_account: Option<String>,
    /// The environment of the completion, if the completion is requested.
    completion: Option<Environment>,
    contact_information: bool,
    account: bool,
}

impl SessionParameters {
    /// Checks the query. A completion without an environment is refused, as in its separate
    /// request.
    pub(crate) fn check(self) -> Result<AskedParts, ProblemCode> {
        let asks_for = |part| self.include.contains(&part);
        let completion = match self.environment {
            _ if !asks_for(SessionPart::Completion) => None,
            None => return Err(ProblemCode::InvalidParameter),
            environment => environment,
        };
        Ok(AskedParts {
            completion,
            contact_information: asks_for(SessionPart::ContactInformation),
            account: asks_for(SessionPart::Account),
            named_account: self.account,
        })
    }
}

impl AskedParts {
    fn is_empty(&self) -> bool {
        self.completion.is_none() && !self.contact_information && !self.account
    }
}

/// Reads the parts for the account that the portal shows.
///
/// The document is read after the completion, so it is never older. After a save between the two
/// reads, the client's long poll on the completion's version ends at once.
pub(crate) async fn include(
    state: &AppState,
    signed_in: SignedIn,
    session: &Session,
    asked: &AskedParts,
) -> Result<Option<Included>, ApiError> {
    let shown = session.account(asked.named_account.as_deref());
    let Some(shown) = shown.filter(|_| !asked.is_empty()) else { return Ok(None) };
    let member = Member::find(state, signed_in, AccountId::new(&shown.id)).await;
    let Some(member) = unless_refused(member)? else { return Ok(None) };
    let mut included = Included { account_id: shown.id.clone(), ..Included::default() };
    if let Some(environment) = asked.completion {
        let read = completion::completion(state, &member, environment).await;
        included.completion = unless_refused(read)?;
    }
    if asked.contact_information {
        let read = contact_information::read_document(state, &member).await?;
        included.contact_information = Some(read);
    }
    if asked.account {
        included.account = unless_refused(account::account(state, &member).await)?;
    }
    Ok(Some(included))
}

/// Returns `None` for a part whose separate request would be refused: the account has no such
/// environment, or the user has just been removed from it. The session is still returned.
fn unless_refused<T>(read: Result<T, ApiError>) -> Result<Option<T>, ApiError> {
    match read {
        Ok(part) => Ok(Some(part)),
        Err(error) => match error.code() {
            ProblemCode::InvalidParameter | ProblemCode::NotFound => Ok(None),
            _ => Err(error),
        },
    }
}

fn comma_separated<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<SessionPart>, D::Error> {
    let names = String::deserialize(from)?;
    let unknown = || D::Error::custom("an unknown part");
    names.split(',').map(|name| SessionPart::parse(name).ok_or_else(unknown)).collect()
}
