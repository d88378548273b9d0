//! Builds the portal's URLs. No other module knows them.

use partner_portal_contract::{Environment, paths::encode};

/// The URL parameter that names the environment.
pub const ENVIRONMENT_PARAMETER: &str = "env";
/// The URL parameter that names the account, for users with several accounts.
pub const ACCOUNT_PARAMETER: &str = "account";

/// A page of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The onboarding plan.
    Home,
    /// Configuration > Contact information.
    ContactInformation,
    /// Configuration > Account and users.
    AccountAndUsers,
    /// Help & support.
    Help,
}

impl Route {
    /// Returns the path below the base, as the router compares it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::ContactInformation => "/configuration/contact-information",
            Self::AccountAndUsers => "/configuration/account-and-users",
            Self::Help => "/help",
        }
    }
}

/// The parameters that every link keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The environment, which a link names unless it is the default.
    pub environment: Environment,
    /// The environment of an address that names none: the host's choice, or Sandbox.
    pub default_environment: Environment,
    /// The account, if the URL named one.
    pub account: Option<String>,
}

/// Returns the link to a page.
pub fn href(base_path: &str, route: Route, scope: &Scope) -> String {
    let mut url = base_path.to_owned() + route.path();
    url.push_str(&query(scope));
    url
}

/// Returns the parameters of a scope with their `?`, or an empty text if there are none.
pub fn query(scope: &Scope) -> String {
    let mut query = String::new();
    if scope.environment != scope.default_environment {
        query = query + "?" + ENVIRONMENT_PARAMETER + "=" + scope.environment.as_str();
    }
    if let Some(account) = &scope.account {
        let separator = if query.is_empty() { "?" } else { "&" };
        query = query + separator + ACCOUNT_PARAMETER + "=" + &encode(account);
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_the_environment_and_the_account() {
        let scope = Scope {
            environment: Environment::Production,
            account: Some("acc_2".to_owned()),
            ..Scope::default()
        };
        assert_eq!(
            href("/portal", Route::ContactInformation, &scope),
            "/portal/configuration/contact-information?env=production&account=acc_2"
        );
    }

    #[test]
    fn an_account_cannot_add_parameters_to_a_link() {
        let account = Some("a&env=production#b".to_owned());
        let scope = Scope { account, ..Scope::default() };
        assert_eq!(
            href("/portal", Route::Home, &scope),
            "/portal/?account=a%26env%3Dproduction%23b"
        );
    }

    #[test]
    fn a_link_names_sandbox_if_the_hosts_default_is_production() {
        let scope = Scope { default_environment: Environment::Production, ..Scope::default() };
        assert_eq!(href("/portal", Route::Home, &scope), "/portal/?env=sandbox");
    }

    #[test]
    fn a_link_in_the_default_scope_has_no_parameters() {
        assert_eq!(href("/portal", Route::Home, &Scope::default()), "/portal/");
    }
}
