//! Sends requests as a system of the operator.

use partner_portal_contract::operator::OperatorAccount;
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::support::visitor::Visitor;

/// The partner id of [`crate::support::test_app::EMPTY`].
pub(crate) const EMPTY_PARTNER: &str = "partner-20417";
/// The partner id of [`crate::support::test_app::COMPLETE`].
pub(crate) const COMPLETE_PARTNER: &str = "partner-20533";
/// The partner id of [`crate::support::test_app::LARGE`].
pub(crate) const LARGE_PARTNER: &str = "partner-21006";

/// Encodes one segment of a path.
pub(crate) fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// Returns the path of an account, followed by `rest`.
pub(crate) fn path(partner_id: &str, rest: &str) -> String {
    format!("/api/v1/operator/accounts/{}{rest}", encoded(partner_id))
}

/// Returns the path of a user.
pub(crate) fn user_path(partner_id: &str, email: &str) -> String {
    path(partner_id, &format!("/users/{}", encoded(email)))
}

/// A valid account.
pub(crate) fn account() -> Value {
    json!({
        "name": "Harbour & Sons",
        "integration_type": "things_to_do",
        "language": "pl",
        "brands": [
            {"id": "b2", "name": "Second", "support_email": "second@harbour.example.com"},
            {"id": "b1", "name": "Harbour", "support_email": "help@harbour.example.com",
             "is_default": true},
        ],
    })
}

pub(crate) fn put(operator: &Visitor, path: &str, body: &Value) -> RequestBuilder {
    operator.request(Method::PUT, path).json(body)
}

/// Creates an account with [`account`].
pub(crate) async fn created(operator: &Visitor, partner_id: &str) -> OperatorAccount {
    let response = put(operator, &path(partner_id, ""), &account()).send().await.unwrap();
    assert_eq!(response.status(), 201);
    response.json().await.unwrap()
}

/// Reads a response with this status.
pub(crate) async fn read<T: serde::de::DeserializeOwned>(response: Response, status: u16) -> T {
    let actual = response.status().as_u16();
    let text = response.text().await.unwrap();
    assert_eq!(actual, status, "{text}");
    serde_json::from_str(&text).unwrap()
}

/// Returns the errors of a refused account.
pub(crate) async fn account_errors(response: Response) -> Vec<Value> {
    let refused: Value = read(response, 422).await;
    assert_eq!(refused["code"], "account_invalid");
    refused["errors"].as_array().unwrap().clone()
}
