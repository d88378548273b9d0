//! The one place that knows the portal's URLs.

use partner_portal_contract::{Environment, paths::encode};

/// The URL parameter that names the environment.
pub const ENVIRONMENT_PARAMETER: &str = "env";
/// The URL parameter that names the account, for people with several.
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
    /// The path below the base, as the router compares it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::ContactInformation => "/configuration/contact-information",
            Self::AccountAndUsers => "/configuration/account-and-users",
            Self::Help => "/help",
        }
    }
}

/// Where in the portal a link stays: the parameters that every link carries on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Carried on unless it is the default.
    pub environment: Environment,
    /// The environment of an address that names none: what the host said, or Sandbox.
    pub default_environment: Environment,
    /// Carried on when the URL named one.
    pub account: Option<String>,
}

/// The link to a page.
pub fn href(base_path: &str, route: Route, scope: &Scope) -> String {
    let mut url = base_path.to_owned() + route.path();
    url.push_str(&query(scope));
    url
}

/// The parameters of a scope with their `?`, or nothing.
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
    fn a_link_carries_the_environment_and_the_account_on() {
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
    fn the_way_back_from_the_hosts_default_environment_is_named() {
        let scope = Scope { default_environment: Environment::Production, ..Scope::default() };
        assert_eq!(href("/portal", Route::Home, &scope), "/portal/?env=sandbox");
    }

    #[test]
    fn a_link_in_the_default_scope_has_no_parameters() {
        assert_eq!(href("/portal", Route::Home, &Scope::default()), "/portal/");
    }
}
