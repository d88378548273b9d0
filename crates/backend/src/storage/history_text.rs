//! Reads the documents that earlier and later versions stored in revisions. The parser is lenient:
//! it skips values that it does not understand, because the history is only displayed and never
//! saved again.

use partner_portal_contract::{
    ContactField, ContactInformationInput, DayOfWeek, HoursInput, ScheduleInput,
};
use serde::Deserialize;
use serde_json::Value;

/// Returns the parts of a stored document that this version understands.
pub(super) fn document(text: &str) -> ContactInformationInput {
    let document = parse(text);
    let field = |field: ContactField| &document[field.as_str()];
    ContactInformationInput {
        alert_contacts: texts(field(ContactField::AlertContacts)),
        technical_emergency: texts(field(ContactField::TechnicalEmergency)),
        technical_non_emergency: texts(field(ContactField::TechnicalNonEmergency)),
        merchant_issues: texts(field(ContactField::MerchantIssues)),
        operational_platform: texts(field(ContactField::OperationalPlatform)),
        operational_shared: self::text(field(ContactField::OperationalShared)),
        operational_support: entries(field(ContactField::OperationalSupport), schedule),
    }
}

/// Parses the stored names of fields and returns the fields in display order. All names that this
/// version does not know become one [`ContactField::Unknown`]. Without it, the save would look as
/// if it had changed nothing.
pub(super) fn changed_fields(text: &str) -> Vec<ContactField> {
    let mut fields = entries(&parse(text), |name| ContactField::deserialize(name).ok());
    fields.sort_unstable();
    fields.dedup();
    fields
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn schedule(value: &Value) -> Option<ScheduleInput> {
    value.is_object().then(|| ScheduleInput {
        time_zone: text(&value["time_zone"]),
        hours: entries(&value["hours"], hours),
    })
}

fn hours(value: &Value) -> Option<HoursInput> {
    value.is_object().then(|| HoursInput {
        days: entries(&value["days"], |day| DayOfWeek::deserialize(day).ok()),
        opens: text(&value["opens"]),
        closes: text(&value["closes"]),
    })
}

fn texts(value: &Value) -> Vec<String> {
    entries(value, |entry| entry.as_str().map(str::to_owned))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn entries<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Vec<T> {
    value.as_array().into_iter().flatten().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn full() -> ContactInformationInput {
        let addresses = |local: &str| vec![format!("{local}@example.com"), "b@example.com".into()];
        ContactInformationInput {
            alert_contacts: vec!["usr_one".to_owned()],
            technical_emergency: addresses("emergency"),
            technical_non_emergency: addresses("calm"),
            merchant_issues: addresses("merchants"),
            operational_platform: addresses("platform"),
            operational_shared: "shared@example.com".to_owned(),
            operational_support: vec![ScheduleInput {
                time_zone: "Europe/Warsaw".to_owned(),
                hours: vec![HoursInput {
                    days: DayOfWeek::ALL.to_vec(),
                    opens: "09:00".to_owned(),
                    closes: "17:00".to_owned(),
                }],
            }],
        }
    }

    #[test]
    fn a_document_of_this_version_is_read_back_unchanged() {
        assert_eq!(document(&serde_json::to_string(&full()).unwrap()), full());
        let fields = serde_json::to_string(&ContactField::ALL).unwrap();
        assert_eq!(changed_fields(&fields), ContactField::ALL);
    }

    #[test]
    fn unknown_parts_of_another_versions_document_are_skipped() {
        let mut stored = serde_json::to_value(full()).unwrap();
        stored["pager"] = json!({"number": 1});
        stored["operational_shared"] = json!(["one@example.com", "two@example.com"]);
        stored["technical_emergency"] = json!(["kept@example.com", {"address": "a@example.com"}]);
        stored["operational_support"][0]["label"] = json!("late shift");
        stored["operational_support"][0]["hours"][0]["days"] = json!(["monday", "holiday"]);
        stored["operational_support"].as_array_mut().unwrap().push(json!("always"));
        stored.as_object_mut().unwrap().remove("merchant_issues");
        let mut expected = full();
        expected.operational_shared = String::new();
        expected.technical_emergency = vec!["kept@example.com".to_owned()];
        expected.operational_support[0].hours[0].days = vec![DayOfWeek::Monday];
        expected.merchant_issues = Vec::new();
        assert_eq!(document(&stored.to_string()), expected);
        for other in ["[]", "null", "7", "\"text\"", "{}", "not json"] {
            assert_eq!(document(other), ContactInformationInput::default(), "{other}");
        }
    }

    #[test]
    fn all_unknown_fields_become_one_unknown_at_the_end() {
        let fields = changed_fields("[\"pager\", \"operational_shared\", \"fax\", 7]");
        assert_eq!(fields, [ContactField::OperationalShared, ContactField::Unknown]);
        for other in ["{}", "null", "\"operational_shared\"", "not json"] {
            assert_eq!(changed_fields(other), [], "{other}");
        }
    }
}
