//! A client with one cookie jar and one method per endpoint.

use partner_portal_contract::{
    Completion, ContactInformationInput, Environment, FieldError, Problem, ProblemCode,
    contact_information::ContactInformationDocument,
    paths,
    saved_draft::{DraftAnswer, DraftToSave, SavedDraft},
    session::{DemoSignIn, InvitationAnswer, InvitationReply, Session, SessionAnswer},
};
use reqwest::{
    Client, Method, RequestBuilder, Response,
    header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderMap, IF_MATCH, IF_NONE_MATCH},
    redirect::Policy,
};
use serde::Serialize;

/// The sender of requests.
#[derive(Clone)]
pub(crate) struct Visitor {
    client: Client,
    origin: String,
    /// A bearer token that every request contains.
    token: Option<String>,
}

impl Visitor {
    pub(crate) fn new(origin: &str) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .no_proxy()
            .redirect(Policy::none())
            .build()
            .unwrap();
        Self { client, origin: origin.to_owned(), token: None }
    }

    pub(crate) fn with_token(origin: &str, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::new(origin) }
    }

    /// Prepares a request to any path.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.origin));
        self.token.iter().fold(request, RequestBuilder::bearer_auth)
    }

    /// Prepares a request to the API, as a page of this origin sends it.
    pub(crate) fn api(&self, method: Method, path: &str) -> RequestBuilder {
        self.request(method, &format!("/api/v1{path}")).header(paths::CSRF_HEADER, "1")
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.unwrap()
    }

    pub(crate) async fn sign_in(&self, user_id: &str) -> Response {
        let body = DemoSignIn { user_id: user_id.to_owned() };
        self.api(Method::POST, paths::DEMO_SESSION).json(&body).send().await.unwrap()
    }

    pub(crate) async fn sign_out(&self) -> Response {
        self.api(Method::DELETE, paths::DEMO_SESSION).send().await.unwrap()
    }

    pub(crate) async fn session(&self) -> Response {
        self.api(Method::GET, paths::SESSION).send().await.unwrap()
    }

    pub(crate) async fn session_with(&self, query: &str) -> Response {
        let path = format!("{}?{query}", paths::SESSION);
        self.api(Method::GET, &path).send().await.unwrap()
    }

    /// Reads the session with the parts that the query includes.
    pub(crate) async fn session_answer(&self, query: &str) -> SessionAnswer {
        let response = self.session_with(query).await;
        assert_eq!(response.status(), 200, "{query}");
        response.json().await.unwrap()
    }

    pub(crate) async fn answer(&self, invitation: &str, answer: InvitationAnswer) -> Response {
        let path = paths::session_invitation(invitation);
        self.api(Method::POST, &path).json(&InvitationReply { answer }).send().await.unwrap()
    }

    /// Accepts all invitations that the session lists.
    pub(crate) async fn accept_all(&self) {
        let session: Session = self.session().await.json().await.unwrap();
        for invitation in session.invitations {
            let answer = self.answer(&invitation.id, InvitationAnswer::Accept).await;
            assert_eq!(answer.status(), 204);
        }
    }

    pub(crate) async fn account(&self, account: &str) -> Response {
        self.api(Method::GET, &paths::account(account)).send().await.unwrap()
    }

    pub(crate) async fn completion(&self, account: &str, environment: Environment) -> Response {
        self.api(Method::GET, &paths::completion(account, environment)).send().await.unwrap()
    }

    /// Waits for a completion other than `etag`, at most `seconds`.
    pub(crate) async fn wait_for_completion(
        &self,
        account: &str,
        environment: Environment,
        etag: &str,
        seconds: u32,
    ) -> Response {
        self.api(Method::GET, &paths::completion(account, environment))
            .header(IF_NONE_MATCH, etag)
            .header("prefer", format!("wait={seconds}"))
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn contact_information(&self, account: &str) -> Response {
        self.api(Method::GET, &paths::contact_information(account)).send().await.unwrap()
    }

    /// Prepares a save, so that a test can change it before sending.
    pub(crate) fn save_request(
        &self,
        account: &str,
        environment: Environment,
        etag: &str,
    ) -> RequestBuilder {
        self.api(Method::PUT, &paths::save_contact_information(account, environment))
            .header(IF_MATCH, etag)
    }

    pub(crate) async fn save(
        &self,
        account: &str,
        environment: Environment,
        etag: &str,
        input: &ContactInformationInput,
    ) -> Response {
        self.save_request(account, environment, etag).json(input).send().await.unwrap()
    }

    pub(crate) async fn draft(&self, account: &str) -> Response {
        self.api(Method::GET, &paths::draft(account)).send().await.unwrap()
    }

    pub(crate) async fn keep_draft(&self, account: &str, draft: &DraftToSave) -> Response {
        self.api(Method::PUT, &paths::draft(account)).json(draft).send().await.unwrap()
    }

    pub(crate) async fn discard_draft(&self, account: &str) -> Response {
        self.api(Method::DELETE, &paths::draft(account)).send().await.unwrap()
    }

    pub(crate) async fn revisions(&self, account: &str, query: &str) -> Response {
        let path = format!("/accounts/{account}/contact-information/revisions?{query}");
        self.api(Method::GET, &path).send().await.unwrap()
    }

    pub(crate) async fn users(&self, account: &str, query: &str) -> Response {
        self.api(Method::GET, &format!("/accounts/{account}/users?{query}")).send().await.unwrap()
    }

    pub(crate) async fn add_user(&self, account: &str, input: &impl Serialize) -> Response {
        let path = paths::USERS.replace("{account}", account);
        self.api(Method::POST, &path).json(input).send().await.unwrap()
    }

    pub(crate) async fn change_user(
        &self,
        account: &str,
        user: &str,
        change: &impl Serialize,
    ) -> Response {
        let path = paths::user(account, user);
        self.api(Method::PATCH, &path).json(change).send().await.unwrap()
    }

    pub(crate) async fn remove_user(
        &self,
        account: &str,
        user: &str,
        replacement: Option<&str>,
    ) -> Response {
        let path = paths::remove_user(account, user, replacement);
        self.api(Method::DELETE, &path).send().await.unwrap()
    }

    pub(crate) async fn invite_again(&self, account: &str, user: &str) -> Response {
        self.api(Method::POST, &paths::user_invitation(account, user)).send().await.unwrap()
    }

    pub(crate) async fn onboarding_plan(
        &self,
        account: &str,
        environment: Environment,
    ) -> Response {
        self.api(Method::GET, &paths::onboarding_plan(account, environment)).send().await.unwrap()
    }

    pub(crate) async fn remind(&self, account: &str, environment: Environment) -> Response {
        self.api(Method::POST, &paths::reminders(account, environment)).send().await.unwrap()
    }

    /// Returns the user's current draft.
    pub(crate) async fn kept_draft(&self, account: &str) -> Option<SavedDraft> {
        let response = self.draft(account).await;
        assert_eq!(response.status(), 200);
        response.json::<DraftAnswer>().await.unwrap().draft
    }

    /// Returns the stored document.
    pub(crate) async fn stored(&self, account: &str) -> ContactInformationDocument {
        self.contact_information(account).await.json().await.unwrap()
    }
}

pub(crate) fn etag(headers: &HeaderMap) -> String {
    headers[ETAG].to_str().unwrap().to_owned()
}

pub(crate) async fn completion(response: Response) -> Completion {
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

/// Checks the properties that all problem documents share.
pub(crate) async fn problem(response: Response, code: ProblemCode) -> Problem {
    let (status, headers) = (response.status(), response.headers().clone());
    assert_eq!(headers[CONTENT_TYPE], "application/problem+json", "status {status}");
    assert_eq!(headers[CACHE_CONTROL], "no-store");
    let problem: Problem = response.json().await.unwrap();
    assert_eq!(problem.code, code);
    assert_eq!(status.as_u16(), code.status());
    assert_eq!(problem.status, code.status());
    assert_eq!(problem.kind, format!("/problems/{}", code.as_str()));
    assert_eq!(headers["x-request-id"], problem.request_id.as_str());
    problem
}

/// Returns the field errors of a refused save.
pub(crate) async fn field_errors(response: Response) -> Vec<FieldError> {
    problem(response, ProblemCode::ContactInformationInvalid).await.errors
}
