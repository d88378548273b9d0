//! Builds the links in mails.

use partner_portal_contract::Environment;
use url::Url;

use crate::ids::AccountId;

/// Returns the link to an account in the portal, where the user signs in. It contains no secret.
pub fn portal_link(portal: &Url, account: &AccountId, environment: Option<Environment>) -> String {
    let mut url = portal.clone();
    url.query_pairs_mut()
        .append_pair("account", account.as_str())
        .extend_pairs(environment.map(|environment| ("env", environment.as_str())));
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_the_account_and_the_environment() {
        let link = |portal: &str, environment| {
            portal_link(&Url::parse(portal).unwrap(), &AccountId::new("acc_a&b"), environment)
        };
        assert_eq!(link("https://x.example", None), "https://x.example/?account=acc_a%26b");
        assert_eq!(
            link("http://[::1]:80/portal/", Some(Environment::Production)),
            "http://[::1]/portal/?account=acc_a%26b&env=production"
        );
    }
}
