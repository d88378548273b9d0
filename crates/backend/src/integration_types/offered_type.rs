//! Parses one integration type.

use partner_portal_contract::{
    Environment, FieldRule, FieldRules, account::IntegrationType, users::Role,
};

use super::{
    document::{Entry, Mistakes, Section},
    requirement_sets::{RequirementSets, merchant_issues},
};

/// An integration type that the platform offers.
#[derive(Clone, Debug)]
pub struct OfferedType {
    id: String,
    name: String,
    merchant_issues: FieldRule,
    environments: Vec<(Environment, FieldRules)>,
    roles: Vec<Role>,
    support_url: String,
    help_url: String,
}

impl OfferedType {
    /// Returns the part of the type that clients may see.
    pub fn to_contract(&self) -> IntegrationType {
        IntegrationType {
            id: self.id.clone(),
            name: self.name.clone(),
            merchant_issues: self.merchant_issues,
            roles: self.roles.clone(),
        }
    }

    /// Returns the id, which the database stores.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the rule for merchant issues, which is the same in all environments.
    pub fn merchant_issues(&self) -> FieldRule {
        self.merchant_issues
    }

    /// Returns the environments of accounts of this type.
    pub fn environments(&self) -> impl Iterator<Item = Environment> {
        self.environments.iter().map(|(environment, _)| *environment)
    }

    /// Returns the rules of an environment, or `None` if the type does not have this environment.
    pub fn rules(&self, environment: Environment) -> Option<FieldRules> {
        let mut environments = self.environments.iter();
        environments.find(|(offered, _)| *offered == environment).map(|(_, rules)| *rules)
    }

    /// Returns the link to support for partners of this type.
    pub fn support_url(&self) -> &str {
        &self.support_url
    }

    /// Returns the link to the guide for partners of this type.
    pub fn help_url(&self) -> &str {
        &self.help_url
    }

    /// Returns the roles that users of an account of this type can have.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Reads the type, or adds its mistakes.
    pub(super) fn read(
        section: &Section<'_>,
        sets: &RequirementSets,
        mistakes: &mut Mistakes<'_>,
    ) -> Option<Self> {
        const KEYS: [&str; 7] =
            ["id", "name", "merchant_issues", "environments", "roles", "support_url", "help_url"];
        section.only(&KEYS, mistakes);
        let [id, name, rule, environments, roles, support_url, help_url] =
            KEYS.map(|key| section.required(key, mistakes));
        let id = id.and_then(|entry| read_id(&entry, mistakes));
        let name = name.and_then(|entry| entry.text(mistakes));
        let rule = rule.and_then(|entry| merchant_issues(&entry, mistakes));
        let environments = environments.and_then(|entry| {
            read_environments(&entry, sets, rule.unwrap_or(FieldRule::Optional), mistakes)
        });
        let roles = roles.and_then(|entry| read_roles(&entry, mistakes));
        let support_url = support_url.and_then(|entry| https_address(&entry, mistakes));
        let help_url = help_url.and_then(|entry| https_address(&entry, mistakes));
        Some(Self {
            id: id?,
            name: name?.to_owned(),
            merchant_issues: rule?,
            environments: environments?,
            roles: roles?,
            support_url: support_url?,
            help_url: help_url?,
        })
    }
}

fn read_id(entry: &Entry<'_>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let id = entry.text(mistakes)?;
    let is_id = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !is_id {
        entry.wrong("is not lower case letters, digits and underscores", mistakes);
    }
    is_id.then(|| id.to_owned())
}

fn read_environments(
    entry: &Entry<'_>,
    sets: &RequirementSets,
    merchant_issues: FieldRule,
    mistakes: &mut Mistakes<'_>,
) -> Option<Vec<(Environment, FieldRules)>> {
    let words = Environment::ALL.map(|environment| (environment.as_str(), environment));
    let mut offered = Vec::new();
    for environment in entry.words(&words, mistakes)? {
        if let Some(rules) = sets.rules(environment, merchant_issues) {
            offered.push((environment, rules));
        } else {
            let name = environment.as_str();
            entry.wrong(&format!("there is no table environments.{name}"), mistakes);
        }
    }
    Some(offered)
}

fn read_roles(entry: &Entry<'_>, mistakes: &mut Mistakes<'_>) -> Option<Vec<Role>> {
    let roles = entry.words(&Role::ALL.map(|role| (role.as_str(), role)), mistakes)?;
    if !roles.contains(&Role::Administrator) {
        entry.wrong("lacks the administrator", mistakes);
    }
    Some(roles)
}

/// Reads a link. Only `https` is safe to follow.
pub(super) fn https_address(entry: &Entry<'_>, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let url = entry.text(mistakes)?;
    let is_https = url.strip_prefix("https://").is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    });
    if !is_https {
        entry.wrong("is no https address", mistakes);
    }
    is_https.then(|| url.to_owned())
}
