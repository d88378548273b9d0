//! Adds limits and values to the `OpenAPI` document that the Rust types do not express. They come
//! from the constants that define them.

use partner_portal_contract::{
    completion::MAX_EDITORS,
    email_address::MAX_ADDRESS_OCTETS,
    input::{MAX_CONTACTS, MAX_HOURS, MAX_SCHEDULES},
    operator::{self, MAX_ACCOUNT_NAME_CHARACTERS, MAX_BRANDS, MAX_BULK_ACCOUNTS},
    paths, revision, users,
    users::{MAX_NAME_CHARACTERS, Role, UserState, UsersSort},
};
use serde_json::{Value, json};

use super::super::operator::bulk_completion::MAX_BULK_BODY_OCTETS;
use crate::http::{extract::MAX_BODY_OCTETS, idempotency::LONGEST_KEY};

/// The lists of addresses in the contact information.
const ADDRESS_LISTS: [&str; 4] =
    ["technical_emergency", "technical_non_emergency", "merchant_issues", "operational_platform"];

/// The properties that hold an instant.
const INSTANTS: [(&str, &str); 7] = [
    ("ContactInformationDocument", "updated_at"),
    ("Invitation", "sent_at"),
    ("Invitation", "expires_at"),
    ("OperatorAccount", "changed_at"),
    ("RemindersSent", "next_at"),
    ("Revision", "saved_at"),
    ("SavedDraft", "saved_at"),
];

/// Adds the limits to the document.
pub(crate) fn add_to(document: &mut Value) {
    let mut say = |schema: &str, property: &str, what: Value| {
        let place = format!("/components/schemas/{schema}/properties/{property}");
        if let Some(property) = document.pointer_mut(&place) {
            merge(property, what);
        }
    };
    let address = json!({ "maxLength": MAX_ADDRESS_OCTETS });
    for list in ADDRESS_LISTS {
        say("ContactInformationDraft", list, json!({ "items": address }));
        say("ContactInformationDraft", list, json!({ "maxItems": MAX_CONTACTS }));
    }
    say("ContactInformationDraft", "alert_contacts", json!({ "maxItems": MAX_CONTACTS }));
    say("ContactInformationDraft", "operational_shared", address.clone());
    say("ContactInformationDraft", "operational_support", json!({ "maxItems": MAX_SCHEDULES }));
    say("ScheduleDraft", "hours", json!({ "maxItems": MAX_HOURS }));
    say("NewUserDraft", "email", address);
    say("NewUserDraft", "name", json!({ "minLength": 1, "maxLength": MAX_NAME_CHARACTERS }));
    say("Completion", "editors", json!({ "maxItems": MAX_EDITORS }));
    let longest = json!({ "minLength": 1, "maxLength": MAX_ACCOUNT_NAME_CHARACTERS });
    say("OperatorAccountInput", "name", longest);
    say("OperatorAccountInput", "brands", json!({ "minItems": 1, "maxItems": MAX_BRANDS }));
    say("OperatorAccountsPage", "accounts", json!({ "maxItems": operator::MAX_PAGE_SIZE }));
    say("BulkCompletionInput", "partner_ids", json!({ "maxItems": MAX_BULK_ACCOUNTS }));
    say("UsersPage", "users", json!({ "maxItems": users::MAX_PAGE_SIZE }));
    say("RevisionPage", "revisions", json!({ "maxItems": revision::MAX_PAGE_SIZE }));
    for (schema, property) in INSTANTS {
        say(schema, property, json!({ "format": "date-time" }));
    }
    for (path, item) in document["paths"].as_object_mut().into_iter().flatten() {
        for operation in item.as_object_mut().into_iter().flat_map(|item| item.values_mut()) {
            describe_operation(path, operation);
        }
    }
    leave_out_unknown(document);
}

fn describe_operation(path: &str, operation: &mut Value) {
    if let Some(body) = operation.get_mut("requestBody") {
        let is_bulk = path.ends_with(paths::OPERATOR_BULK_COMPLETION);
        let octets = if is_bulk { MAX_BULK_BODY_OCTETS } else { MAX_BODY_OCTETS };
        let limit = format!("At most {octets} octets; more is 413 `body_too_large`.");
        merge(body, json!({ "description": limit }));
    }
    let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let largest_page = if path.ends_with("/revisions") {
            revision::MAX_PAGE_SIZE
        } else {
            users::MAX_PAGE_SIZE
        };
        let limits = match parameter["name"].as_str() {
            Some("page_size") => json!({ "minimum": 1, "maximum": largest_page }),
            Some("role") => json!({ "enum": Role::ALL.map(Role::as_str) }),
            Some("state") if path.ends_with(paths::OPERATOR_ACCOUNTS) => {
                json!({ "enum": ["complete", "locked"] })
            }
            Some("state") => json!({ "enum": UserState::ALL.map(UserState::as_str) }),
            Some("sort") => json!({ "enum": UsersSort::ALL.map(UsersSort::as_str) }),
            Some("idempotency-key") => json!({ "minLength": 1, "maxLength": LONGEST_KEY }),
            Some("x-partner-portal") => json!({ "enum": ["1"] }),
            _ => continue,
        };
        merge(&mut parameter["schema"], limits);
    }
}

/// Merges the members of `more` into `object`.
fn merge(object: &mut Value, more: Value) {
    let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) else { return };
    for (name, value) in more {
        match object.get_mut(&name) {
            Some(inner) if inner.is_object() => merge(inner, value),
            _ => drop(object.insert(name, value)),
        }
    }
}

/// Removes `unknown` from all enumerations. It represents values of a newer backend in an older
/// client and is never sent.
fn leave_out_unknown(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::Array(values)) = object.get_mut("enum") {
                values.retain(|value| value != "unknown");
            }
            object.values_mut().for_each(leave_out_unknown);
        }
        Value::Array(values) => values.iter_mut().for_each(leave_out_unknown),
        _ => {}
    }
}
