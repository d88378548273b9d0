//! Reads the requirements of each environment from the document.

use partner_portal_contract::{ContactField, Environment, FieldRule, FieldRules};

use super::document::{Entry, Mistakes, Section};

/// The requirement of an environment for a field. Merchant issues depend on the integration type
/// instead.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Rule(FieldRule),
    Deferred,
}

const WORDS: [(&str, Asked); 4] = [
    ("required", Asked::Rule(FieldRule::Required)),
    ("optional", Asked::Rule(FieldRule::Optional)),
    ("unavailable", Asked::Rule(FieldRule::Unavailable)),
    ("deferred", Asked::Deferred),
];

/// The described environments, each with the rules of all fields except merchant issues.
pub(super) struct RequirementSets(Vec<(Environment, FieldRules)>);

impl RequirementSets {
    pub(super) fn read(environments: &Section<'_>, mistakes: &mut Mistakes<'_>) -> Self {
        environments.only(&Environment::ALL.map(Environment::as_str), mistakes);
        let in_production = environments
            .optional(Environment::Production.as_str())
            .and_then(|entry| entry.section(&mut Mistakes::new("")))
            .and_then(|section| section.optional(ContactField::AlertContacts.as_str()))
            .and_then(|entry| entry.word(&WORDS, &mut Mistakes::new("")));
        let described = Environment::ALL.into_iter().filter_map(|environment| {
            let section = environments.optional(environment.as_str())?.section(mistakes)?;
            let mut rules = FieldRules::all(FieldRule::Optional);
            section.only(&fields().map(ContactField::as_str).collect::<Vec<_>>(), mistakes);
            for field in fields() {
                let Some(entry) = section.required(field.as_str(), mistakes) else { continue };
                match entry.word(&WORDS, mistakes) {
                    Some(Asked::Rule(rule)) => rules = rules.with(field, rule),
                    Some(Asked::Deferred) => match deferred(environment, field, in_production) {
                        Ok(rule) => {
                            rules = rules.with(field, rule).deferring_alert_contacts(true);
                        }
                        Err(what) => entry.wrong(what, mistakes),
                    },
                    None => {}
                }
            }
            Some((environment, rules))
        });
        Self(described.collect())
    }

    /// Returns the rules of an environment for an integration type with the given rule for merchant
    /// issues.
    pub(super) fn rules(
        &self,
        environment: Environment,
        merchant_issues: FieldRule,
    ) -> Option<FieldRules> {
        let (_, rules) = self.0.iter().find(|(described, _)| *described == environment)?;
        Some(rules.with(ContactField::MerchantIssues, merchant_issues))
    }
}

/// Reads the rule of an integration type for merchant issues.
pub(super) fn merchant_issues(entry: &Entry<'_>, mistakes: &mut Mistakes<'_>) -> Option<FieldRule> {
    let words = [
        ("required", FieldRule::Required),
        ("optional", FieldRule::Optional),
        ("unavailable", FieldRule::Unavailable),
    ];
    entry.word(&words, mistakes)
}

fn fields() -> impl Iterator<Item = ContactField> {
    ContactField::ALL.into_iter().filter(|field| *field != ContactField::MerchantIssues)
}

/// Returns the rule of a deferred field. It is the rule of production, so production must ask for
/// the field.
fn deferred(
    environment: Environment,
    field: ContactField,
    in_production: Option<Asked>,
) -> Result<FieldRule, &'static str> {
    if field != ContactField::AlertContacts {
        return Err("only alert_contacts can be deferred");
    }
    if environment == Environment::Production {
        return Err("nothing can be deferred in production");
    }
    match in_production {
        Some(Asked::Rule(rule)) if rule != FieldRule::Unavailable => Ok(rule),
        _ => Err("is deferred to production, which does not ask for it"),
    }
}
