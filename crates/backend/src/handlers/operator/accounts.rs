//! Lists the accounts of the platform with search, filters and pages.

use axum::{Json, extract::State};
use chrono::DateTime;
use partner_portal_contract::{
    ContactField, Environment, Problem, ProblemCode,
    operator::{EnvironmentCompletion, MAX_PAGE_SIZE, OperatorAccount, OperatorAccountsPage},
    paths,
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    http::{
        error::ApiError,
        extract::{Operator, ValidQuery},
        pages::{self, PageSizes, RequestedPage},
    },
    rules::operated_account::operator_account,
    state::AppState,
    storage::accounts::AccountsFilter,
};

const PAGE_SIZES: PageSizes = PageSizes { default: 50, max: MAX_PAGE_SIZE };
/// The number of accounts that are read at once.
const AT_ONCE: u32 = 500;
/// The number of accounts whose completion one request evaluates at most. A page ends there, so that
/// a rare state does not make a request read all accounts.
const MOST_EVALUATED: u32 = 5000;

/// The query of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct AccountsParameters {
    /// Words that must all occur in the name or the partner id, in any order. Case and accents make
    /// no difference.
    query: String,
    /// Only accounts of this integration type.
    integration_type: Option<String>,
    /// The environment to which `state` and `missing` refer.
    environment: Option<Environment>,
    /// `complete` or `locked`: only accounts in this state in the environment.
    state: Option<String>,
    /// Only accounts that this field keeps locked in the environment.
    missing: Option<String>,
    /// Only accounts that changed at this time or later, in RFC 3339.
    changed_since: Option<String>,
    /// 1 to 200. The default is 50.
    page_size: Option<u32>,
    /// The `next_page_token` of the previous page.
    page_token: String,
}

/// A condition on the completion.
struct CompletionFilter {
    environment: Environment,
    is_complete: Option<bool>,
    missing: Option<ContactField>,
}

impl CompletionFilter {
    /// Parses the condition, if the query has one. It needs an environment.
    fn parse(parameters: &AccountsParameters) -> Result<Option<Self>, ProblemCode> {
        let is_complete = match parameters.state.as_deref() {
            None => None,
            Some("complete") => Some(true),
            Some("locked") => Some(false),
            Some(_) => return Err(ProblemCode::InvalidParameter),
        };
        let field = |name: &str| ContactField::ALL.into_iter().find(|one| one.as_str() == name);
        let missing = match parameters.missing.as_deref() {
            None => None,
            Some(name) => Some(field(name).ok_or(ProblemCode::InvalidParameter)?),
        };
        match (parameters.environment, is_complete, missing) {
            (None, None, None) => Ok(None),
            (None, ..) => Err(ProblemCode::InvalidParameter),
            (Some(environment), ..) => Ok(Some(Self { environment, is_complete, missing })),
        }
    }

    fn fits(&self, account: &OperatorAccount) -> bool {
        let fits = |completion: &EnvironmentCompletion| {
            completion.environment == self.environment
                && self.is_complete.is_none_or(|wanted| completion.complete == wanted)
                && self.missing.is_none_or(|field| {
                    completion.unmet.iter().any(|requirement| requirement.field == field)
                })
        };
        account.completion.iter().any(fits)
    }
}

/// Lists the accounts with their completion in each environment, sorted by partner id
#[utoipa::path(get, path = paths::OPERATOR_ACCOUNTS, tag = "operator",
    security(("operator_token" = [])),
    params(AccountsParameters),
    responses(
        (status = 200, body = OperatorAccountsPage),
        (status = "4XX", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn get_operator_accounts(
    State(state): State<AppState>,
    _operator: Operator,
    ValidQuery(parameters): ValidQuery<AccountsParameters>,
) -> Result<Json<OperatorAccountsPage>, ApiError> {
    let completion = CompletionFilter::parse(&parameters)?;
    let filter = accounts_filter(&parameters)?;
    let list = list(&parameters);
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let AccountsParameters { page_size, page_token, .. } = &parameters;
    let requested =
        RequestedPage::parse(&list, PAGE_SIZES, *page_size, page_token, |id| Some(id.to_owned()))?;
    let mut after = requested.after.unwrap_or_default();
    let mut page = Vec::new();
    let at_once = if completion.is_some() { AT_ONCE } else { requested.size + 1 };
    let mut evaluated = 0;
    loop {
        let stored = state.storage.filtered_accounts(&filter, &after, at_once).await?;
        let is_end = stored.len() < at_once as usize;
        for one in stored {
            if page.len() == requested.size as usize {
                let next_page_token = Some(pages::write(&list, &after));
                return Ok(Json(OperatorAccountsPage { accounts: page, next_page_token }));
            }
            after.clone_from(&one.account.partner_id);
            let account = operator_account(&state.integration_types, &one)?;
            if completion.as_ref().is_none_or(|filter| filter.fits(&account)) {
                page.push(account);
            }
        }
        evaluated += at_once;
        if is_end || evaluated >= MOST_EVALUATED {
            let next_page_token = (!is_end).then(|| pages::write(&list, &after));
            return Ok(Json(OperatorAccountsPage { accounts: page, next_page_token }));
        }
    }
}

fn accounts_filter(parameters: &AccountsParameters) -> Result<AccountsFilter, ProblemCode> {
    let changed_since = match &parameters.changed_since {
        None => None,
        Some(text) => {
            let instant = DateTime::parse_from_rfc3339(text);
            Some(instant.map_err(|_| ProblemCode::InvalidParameter)?.to_utc())
        }
    };
    Ok(AccountsFilter {
        query: parameters.query.trim().to_owned(),
        integration_type: parameters.integration_type.clone(),
        changed_since,
    })
}

/// Returns the name of the list and all parameters that determine its contents.
fn list(parameters: &AccountsParameters) -> [String; 7] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        "operator accounts".to_owned(),
        parameters.query.trim().to_owned(),
        text(&parameters.integration_type),
        parameters.environment.map_or("", Environment::as_str).to_owned(),
        text(&parameters.state),
        text(&parameters.missing),
        text(&parameters.changed_since),
    ]
}
