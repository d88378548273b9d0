//! Names the first requests of the portal's page in a `Link` header, so that the browser can start
//! them while it loads the scripts.

use std::path::{Path, PathBuf};

use axum::http::HeaderValue;
use partner_portal_contract::{Environment, language::Language, paths};
use url::form_urlencoded::{Serializer, parse};

use super::accept_language;

/// Writes the `Link` header of the page.
#[derive(Clone)]
pub(super) struct Preloads {
    /// The folder of the first views, one file for each language and environment.
    first_views: PathBuf,
}

impl Preloads {
    /// `folder` contains the built frontend.
    pub(super) fn new(folder: &Path) -> Self {
        Self { first_views: folder.join("first-views") }
    }

    /// Returns the header of a page with this query. `languages` is the browser's `Accept-Language`.
    pub(super) async fn link(&self, query: &str, languages: &str) -> Option<HeaderValue> {
        let value_of = |name: &str| {
            parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value)
        };
        let environment = value_of("env").and_then(|name| Environment::parse(&name));
        let environment = environment.unwrap_or_default();
        let read = first_read(&value_of("account").unwrap_or_default(), environment);
        let view = self.first_view(accept_language::preferred(languages), environment).await;
        let link = |address: &str| ["<", address, ">; rel=preload; as=fetch; crossorigin"].concat();
        let links: Vec<_> = [Some(read), view].iter().flatten().map(|it| link(it)).collect();
        HeaderValue::try_from(links.join(", ")).ok()
    }

    /// Returns the address of the first view in this language. Returns `None` if there is no file.
    /// The folder is read for each page, because an operator may replace it.
    async fn first_view(&self, language: Language, environment: Environment) -> Option<String> {
        let start = format!("{}-{}-", language.tag(), environment.as_str());
        let mut files = tokio::fs::read_dir(&self.first_views).await.ok()?;
        while let Some(file) = files.next_entry().await.ok()? {
            let name = file.file_name().into_string().unwrap_or_default();
            if name.strip_prefix(&start).is_some_and(|rest| rest.strip_suffix(".json").is_some()) {
                return Some(["/first-views/", &name].concat());
            }
        }
        None
    }
}

/// Returns the address of the first read of the API. It must equal the one that
/// `src/embed/reads.js` builds from the same query. Otherwise the browser does not use the
/// preloaded response.
fn first_read(account: &str, environment: Environment) -> String {
    let query = Serializer::new(String::new())
        .append_pair("include", "completion,contact_information,account")
        .append_pair("account", account)
        .append_pair("environment", environment.as_str())
        .finish();
    [paths::API, paths::SESSION, "?", &query].concat()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const START: &str =
        "</api/v1/session?include=completion%2Ccontact_information%2Caccount&account=";
    const END: &str = ">; rel=preload; as=fetch; crossorigin";

    async fn link(folder: &Path, query: &str, languages: &str) -> String {
        let link = Preloads::new(folder).link(query, languages).await.unwrap();
        link.to_str().unwrap().to_owned()
    }

    #[tokio::test]
    async fn the_preloaded_request_names_the_account_and_the_environment_of_the_page() {
        for (query, asked) in [
            ("", "&environment=sandbox"),
            ("env=production&account=acc_1", "acc_1&environment=production"),
            ("env=other&account=a%20b%3E", "a+b%3E&environment=sandbox"),
            ("account=first&account=second", "first&environment=sandbox"),
        ] {
            let without_first_views = Path::new("/nowhere");
            let link = link(without_first_views, query, "").await;
            assert_eq!(link, format!("{START}{asked}{END}"), "{query}");
        }
    }

    #[tokio::test]
    async fn the_first_view_is_preloaded_in_the_language_of_the_browser() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("first-views")).unwrap();
        for name in ["en-sandbox", "en-production", "he-sandbox", "pt-BR-sandbox"] {
            for end in [".json", ".json.br"] {
                let file = format!("first-views/{name}-0123456789{end}");
                fs::write(folder.path().join(file), "{}").unwrap();
            }
        }
        for (query, languages, view) in [
            ("", "en-GB,en;q=0.9", Some("en-sandbox")),
            ("env=production", "", Some("en-production")),
            ("", "de,pt;q=0.5", Some("pt-BR-sandbox")),
            ("env=sandbox", "he", Some("he-sandbox")),
            ("env=production", "he", None),
        ] {
            let link = link(folder.path(), query, languages).await;
            let expected = view.map(|name| format!(", </first-views/{name}-0123456789.json{END}"));
            let (_, rest) = link.split_once(END).unwrap();
            assert_eq!(rest, expected.unwrap_or_default(), "{query} {languages}");
        }
    }
}
