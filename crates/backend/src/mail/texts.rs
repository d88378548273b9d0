//! Reads the texts of the mails. Each language has one TOML file, which translators can edit
//! without reading code. The server does not start if a key is missing or unknown. A test compares
//! the rest.

use chrono::{DateTime, Datelike, Utc};
use partner_portal_contract::{ContactField, Environment, language::Language, users::Role};
use serde::Deserialize;

/// The texts of all languages.
#[derive(Debug)]
pub(super) struct AllTexts(Vec<(Language, Texts)>);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    pub(super) greeting: String,
    date: String,
    first_day: String,
    months: [String; 12],
    pub(super) automatic: String,
    fields: Fields,
    pub(super) invitation: InvitationTexts,
    pub(super) reminder: ReminderTexts,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    alert_contacts: String,
    technical_emergency: String,
    technical_non_emergency: String,
    merchant_issues: String,
    operational_platform: String,
    operational_shared: String,
    operational_support: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InvitationTexts {
    pub(super) subject: String,
    pub(super) given: String,
    pub(super) sign_in: String,
    pub(super) button: String,
    pub(super) link: String,
    pub(super) until: String,
    pub(super) ask: String,
    roles: Roles,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Roles {
    administrator: String,
    editor: String,
    reader: String,
    tester: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReminderTexts {
    pub(super) subject: String,
    pub(super) asked: String,
    pub(super) fields: String,
    pub(super) button: String,
    pub(super) ask: String,
    pub(super) seldom: String,
    locked: Locked,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Locked {
    sandbox: String,
    production: String,
}

impl AllTexts {
    /// Parses the files that are compiled into the program.
    pub(super) fn read() -> Result<Self, toml::de::Error> {
        let read = |language| Ok((language, toml::from_str(source(language))?));
        Language::ALL.into_iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// Returns the texts of a language.
    pub(super) fn of(&self, language: Language) -> Option<&Texts> {
        self.0.iter().find(|(known, _)| *known == language).map(|(_, texts)| texts)
    }
}

impl Texts {
    /// Returns the label of a field, with the placeholder `{platform}`. Returns `None` for a field
    /// of a newer version.
    pub(super) fn field(&self, field: ContactField) -> Option<&str> {
        let fields = &self.fields;
        Some(match field {
            ContactField::AlertContacts => &fields.alert_contacts,
            ContactField::TechnicalEmergency => &fields.technical_emergency,
            ContactField::TechnicalNonEmergency => &fields.technical_non_emergency,
            ContactField::MerchantIssues => &fields.merchant_issues,
            ContactField::OperationalPlatform => &fields.operational_platform,
            ContactField::OperationalShared => &fields.operational_shared,
            ContactField::OperationalSupport => &fields.operational_support,
            ContactField::Unknown => return None,
        })
    }

    /// Returns the sentence that describes the permissions of a role.
    pub(super) fn role(&self, role: Role) -> &str {
        let roles = &self.invitation.roles;
        match role {
            Role::Administrator => &roles.administrator,
            Role::Editor => &roles.editor,
            Role::Reader | Role::Unknown => &roles.reader,
            Role::Tester => &roles.tester,
        }
    }

    /// Returns the sentence that describes what is locked.
    pub(super) fn locked(&self, environment: Environment) -> &str {
        match environment {
            Environment::Sandbox => &self.reminder.locked.sandbox,
            Environment::Production => &self.reminder.locked.production,
        }
    }

    /// Formats an instant in words, to the minute and in UTC, because the server does not know the
    /// user's time zone.
    pub(super) fn instant(&self, instant: DateTime<Utc>) -> String {
        let month = self.months.get(instant.month0() as usize).map_or("", String::as_str);
        let day = match instant.day() {
            1 => self.first_day.clone(),
            day => day.to_string(),
        };
        self.date
            .replace("{day}", &day)
            .replace("{month}", month)
            .replace("{year}", &instant.year().to_string())
            .replace("{time}", &instant.format("%H:%M").to_string())
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("texts/en.toml"),
        Language::Spanish => include_str!("texts/es.toml"),
        Language::Hebrew => include_str!("texts/he.toml"),
        Language::Italian => include_str!("texts/it.toml"),
        Language::Polish => include_str!("texts/pl.toml"),
        Language::BrazilianPortuguese => include_str!("texts/pt-BR.toml"),
    }
}
