//! Tests the body of a draft: any text that JSON can represent, up to the size limit.

use partner_portal_contract::{
    ProblemCode, paths,
    saved_draft::{DraftToSave, SavedDraft},
};
use reqwest::{Method, RequestBuilder, header::CONTENT_TYPE};
use serde_json::json;

use crate::support::{
    fixtures::typed,
    test_app::{EMPTY, EMPTY_EDITOR, TestApp},
    visitor::{Visitor, problem},
};

/// The maximum size of a body in bytes.
const LIMIT: usize = 64 * 1024;

fn put(person: &Visitor, body: impl Into<reqwest::Body>) -> RequestBuilder {
    let put = person.api(Method::PUT, &paths::draft(EMPTY));
    put.header(CONTENT_TYPE, "application/json").body(body)
}

async fn content(person: &Visitor) -> Option<String> {
    person.kept_draft(EMPTY).await.map(|draft| draft.content)
}

#[tokio::test]
async fn exactly_64_kib_are_stored_and_one_more_byte_is_refused() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    let frame = serde_json::to_string(&typed("")).unwrap().len();
    let largest = typed(&"a".repeat(LIMIT - frame));
    assert_eq!(person.keep_draft(EMPTY, &largest).await.status(), 200);
    let larger = typed(&"b".repeat(LIMIT - frame + 1));
    problem(person.keep_draft(EMPTY, &larger).await, ProblemCode::BodyTooLarge).await;
    assert_eq!(content(&person).await, Some(largest.content));
}

#[tokio::test]
async fn unusual_text_is_returned_unchanged() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for text in [
        "",
        "\0",
        "before\0after\0",
        "🇵🇱🏳️‍🌈👩‍👩‍👧 \u{10FFFF}",
        "\u{202E}moc.elpmaxe@\u{2066}llac-no\u{2069}",
        "e\u{301} is not \u{E9}",
        "\u{FEFF}\u{200B}\u{2028}\r\n\t\u{7F}\u{FFFD}\u{FFFF}",
        "'; DROP TABLE drafts; -- \\ \" %s ?1 :a",
        "{\"content\": \"\\u0000\"}",
    ] {
        let answer = person.keep_draft(EMPTY, &typed(text)).await;
        assert_eq!(answer.json::<SavedDraft>().await.unwrap().content, text);
        assert_eq!(content(&person).await.as_deref(), Some(text));
    }
    let escaped =
        "{\"form_version\": 1, \"content\": \"a\\u0000b\\ud83e\\udd80\", \"base_revision\": 0}";
    assert_eq!(put(&person, escaped).send().await.unwrap().status(), 200);
    assert_eq!(content(&person).await.as_deref(), Some("a\0b🦀"));
}

#[tokio::test]
async fn every_number_that_the_contract_allows_is_stored_unchanged() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    for (form_version, base_revision) in [(0, 0), (u32::MAX, u64::MAX), (1, 1 << 63)] {
        let draft = DraftToSave { form_version, content: String::new(), base_revision };
        assert_eq!(person.keep_draft(EMPTY, &draft).await.status(), 200);
        let kept = person.kept_draft(EMPTY).await.unwrap();
        assert_eq!((kept.form_version, kept.base_revision), (form_version, base_revision));
    }
}

#[tokio::test]
async fn an_invalid_body_is_refused_and_the_draft_stays() {
    let app = TestApp::demo().await;
    let person = app.signed_in(EMPTY_EDITOR).await;
    person.keep_draft(EMPTY, &typed("kept")).await;
    let whole = serde_json::to_value(typed("other")).unwrap();
    let mut bodies = vec![json!([1, "other", 0]), json!(null), json!({"draft": whole})];
    for (name, value) in [
        ("user_id", json!("usr_giulia_conti")),
        ("saved_at", json!("2026-11-21T12:00:00Z")),
        ("content", json!({"a": 1})),
        ("content", json!(null)),
        ("form_version", json!(-1)),
        ("form_version", json!(1_u64 << 32)),
        ("base_revision", json!(1.5)),
        ("base_revision", json!("1")),
    ] {
        let mut body = whole.clone();
        body[name] = value;
        bodies.push(body);
    }
    for name in ["form_version", "content", "base_revision"] {
        let mut body = whole.clone();
        body.as_object_mut().unwrap().remove(name);
        bodies.push(body);
    }
    for body in bodies {
        let response = put(&person, body.to_string()).send().await.unwrap();
        problem(response, ProblemCode::InvalidBody).await;
    }
    for body in ["", "{", "{\"content\": \"\\ud800\"}"] {
        let response = put(&person, body).send().await.unwrap();
        problem(response, ProblemCode::MalformedJson).await;
    }
    assert_eq!(content(&person).await.as_deref(), Some("kept"));
}
