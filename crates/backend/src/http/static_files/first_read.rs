//! Names the first API request of the portal's page in a `Link` header, so that the browser can
//! start it while it loads the scripts.

use axum::http::HeaderValue;
use partner_portal_contract::{Environment, paths};
use url::form_urlencoded::{Serializer, parse};

/// Returns the `Link` header of a page with this query. The address must equal the one that
/// `src/embed/reads.js` builds from the same query. Otherwise the browser does not use the
/// preloaded response.
pub(super) fn link(query: &str) -> Option<HeaderValue> {
    let value_of = |name: &str| {
        parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    let environment = value_of("env").and_then(|name| Environment::parse(&name));
    let read = Serializer::new(String::new())
        .append_pair("include", "completion,contact_information,account")
        .append_pair("account", &value_of("account").unwrap_or_default())
        .append_pair("environment", environment.unwrap_or_default().as_str())
        .finish();
    let path = [paths::API, paths::SESSION].concat();
    let link = format!("<{path}?{read}>; rel=preload; as=fetch; crossorigin");
    HeaderValue::try_from(link).ok()
}

#[cfg(test)]
mod tests {
    use super::link;

    const START: &str =
        "</api/v1/session?include=completion%2Ccontact_information%2Caccount&account=";
    const END: &str = ">; rel=preload; as=fetch; crossorigin";

    #[test]
    fn the_preloaded_request_names_the_account_and_the_environment_of_the_page() {
        for (query, asked) in [
            ("", "&environment=sandbox"),
            ("env=production&account=acc_1", "acc_1&environment=production"),
            ("env=other&account=a%20b%3E", "a+b%3E&environment=sandbox"),
            ("account=first&account=second", "first&environment=sandbox"),
        ] {
            assert_eq!(link(query).unwrap(), format!("{START}{asked}{END}"), "{query}");
        }
    }
}
