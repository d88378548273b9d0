//! Tests the translation files: they are complete, have the same placeholders, and use the same
//! terms as the portal.

use std::collections::{BTreeMap, BTreeSet};

use partner_portal_contract::language::Language;

/// Returns the texts of a language by path, such as `reminder.locked.sandbox`.
fn texts(language: Language) -> BTreeMap<String, String> {
    let path = format!("{}/src/mail/texts/{}.toml", env!("CARGO_MANIFEST_DIR"), language.tag());
    let table: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let mut texts = BTreeMap::new();
    collect("", &toml::Value::Table(table), &mut texts);
    texts
}

fn collect(path: &str, value: &toml::Value, into: &mut BTreeMap<String, String>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        toml::Value::String(text) => {
            into.insert(path.to_owned(), text.clone());
        }
        toml::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(&below(&index.to_string()), item, into);
            }
        }
        toml::Value::Table(table) => {
            for (key, value) in table {
                collect(&below(key), value, into);
            }
        }
        other => panic!("{path}: {other:?}"),
    }
}

/// Returns the portal's texts in a language by key.
fn portal(language: Language) -> serde_json::Value {
    let tag = language.tag();
    let path = format!("{}/../../src/i18n/locales/{tag}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect()
}

#[test]
fn every_language_has_every_text_with_the_same_placeholders() {
    let english = texts(Language::English);
    for language in Language::ALL {
        let other = texts(language);
        assert!(english.keys().eq(other.keys()), "{language:?}");
        for (key, text) in &other {
            assert_eq!(placeholders(text), placeholders(&english[key]), "{language:?} {key}");
            assert_eq!(text.trim(), text, "{language:?} {key}");
        }
    }
}

#[test]
fn no_text_is_untranslated() {
    let english = texts(Language::English);
    for language in Language::ALL.into_iter().skip(1) {
        for (key, text) in texts(language) {
            // Dates such as "6 December 2026" and "6 dicembre 2026" have templates without words.
            let has_words = text.split('{').any(|part| {
                part.split('}').next_back().unwrap().chars().filter(|c| c.is_alphabetic()).count()
                    > 3
            });
            assert!(!has_words || text != english[&key], "{language:?} {key}");
        }
    }
}

#[test]
fn mails_name_the_portal_like_its_own_page() {
    for language in Language::ALL {
        let name = portal(language)["PortalTitle"].as_str().unwrap().to_owned();
        // The first word changes after a Polish preposition.
        let is_polish = language == Language::Polish;
        let name = if is_polish { name.replacen("Portal", "Portalu", 1) } else { name };
        let mail = texts(language);
        for key in ["automatic", "invitation.subject", "invitation.given", "reminder.asked"] {
            let text = &mail[key];
            assert!(text.contains(&name), "{language:?} {key}: {text}");
        }
    }
}

#[test]
fn mails_name_fields_and_roles_like_the_portal() {
    let keys = [
        ("AlertContacts", "alert_contacts"),
        ("TechnicalEmergency", "technical_emergency"),
        ("TechnicalNonEmergency", "technical_non_emergency"),
        ("MerchantIssues", "merchant_issues"),
        ("OperationalPlatform", "operational_platform"),
        ("OperationalShared", "operational_shared"),
        ("OperationalSupport", "operational_support"),
    ];
    for language in Language::ALL {
        let tag = language.tag();
        let portal = portal(language);
        let mail = texts(language);
        for (in_portal, in_mail) in keys {
            assert_eq!(portal[in_portal], mail[&format!("fields.{in_mail}")], "{tag} {in_mail}");
        }
        for (role, sentence) in [
            ("RoleAdministrator", "administrator"),
            ("RoleEditor", "editor"),
            ("RoleReader", "reader"),
            ("RoleTester", "tester"),
        ] {
            let sentence = &mail[&format!("invitation.roles.{sentence}")];
            assert!(sentence.contains(portal[role].as_str().unwrap()), "{tag} {sentence}");
        }
    }
}
