//! Reads the platform's name, its integration types and the requirements of each environment. They
//! are checked when the server starts, so the rest of the crate can rely on them.

mod document;
mod offered_type;
mod requirement_sets;

use std::{fmt, path::Path};

use partner_portal_contract::session::Platform;
use toml::de::DeTable;

use document::{Mistakes, Section};
use offered_type::https_address;
use requirement_sets::RequirementSets;

pub use document::Mistake;
pub use offered_type::OfferedType;

const BUILT_IN: &str = include_str!("../../integration-types.toml");

/// The platform and its integration types.
#[derive(Clone, Debug)]
pub struct IntegrationTypes {
    platform: Platform,
    integration_types: Vec<OfferedType>,
}

/// The reason why the data cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntegrationTypesError {
    /// The file does not exist or is not a text.
    #[error("{file}: {reason}")]
    Unreadable {
        /// The file's name, as given in the settings.
        file: String,
        /// The error message of the operating system.
        reason: String,
    },
    /// The document contains mistakes. They are in the order of the lines.
    #[error("{}", InFile { file, mistakes })]
    Wrong {
        /// The file's name, as given in the settings.
        file: String,
        /// The mistakes, at least one.
        mistakes: Vec<Mistake>,
    },
}

impl IntegrationTypes {
    /// Returns the built-in integration types.
    pub fn built_in() -> Result<Self, IntegrationTypesError> {
        Self::parse("integration-types.toml", BUILT_IN)
    }

    /// Reads the integration types from a file.
    pub fn read(file: &Path) -> Result<Self, IntegrationTypesError> {
        let name = file.display().to_string();
        match std::fs::read_to_string(file) {
            Ok(text) => Self::parse(&name, &text),
            Err(error) => {
                Err(IntegrationTypesError::Unreadable { file: name, reason: error.to_string() })
            }
        }
    }

    /// Parses and checks a TOML document. `file` appears in the messages.
    pub fn parse(file: &str, text: &str) -> Result<Self, IntegrationTypesError> {
        let mut mistakes = Mistakes::new(text);
        let parsed = match DeTable::parse(text) {
            Ok(document) => read(&Section::root(&document), &mut mistakes),
            Err(error) => {
                mistakes.add(&error.span().unwrap_or_default(), "", error.message());
                None
            }
        };
        let mistakes = mistakes.into_found();
        match parsed {
            Some(parsed) if mistakes.is_empty() => Ok(parsed),
            _ => Err(IntegrationTypesError::Wrong { file: file.to_owned(), mistakes }),
        }
    }

    /// Returns the platform's name and links.
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// Checks whether the platform is the made-up one, by its name and its links.
    pub fn is_built_in_platform(&self) -> Result<bool, IntegrationTypesError> {
        Ok(self.platform == Self::built_in()?.platform)
    }

    /// Returns all integration types, in the order of the document.
    pub fn all(&self) -> &[OfferedType] {
        &self.integration_types
    }

    /// Returns the integration type with this id.
    pub fn get(&self, id: &str) -> Option<&OfferedType> {
        self.integration_types.iter().find(|offered| offered.id() == id)
    }
}

fn read(root: &Section<'_>, mistakes: &mut Mistakes<'_>) -> Option<IntegrationTypes> {
    const KEYS: [&str; 3] = ["platform", "environments", "integration_types"];
    root.only(&KEYS, mistakes);
    let [platform, environments, types] = KEYS.map(|key| root.required(key, mistakes));
    let platform = platform
        .and_then(|entry| entry.section(mistakes))
        .and_then(|section| read_platform(&section, mistakes));
    let sets = environments
        .and_then(|entry| entry.section(mistakes))
        .map(|section| RequirementSets::read(&section, mistakes))?;
    let mut read: Vec<OfferedType> = Vec::new();
    for entry in types.and_then(|entry| entry.list(mistakes))? {
        let Some(section) = entry.section(mistakes) else { continue };
        let Some(offered) = OfferedType::read(&section, &sets, mistakes) else { continue };
        if read.iter().any(|other| other.id() == offered.id()) {
            mistakes.add(section.span(), &section.path_of("id"), "is there twice");
        }
        read.push(offered);
    }
    Some(IntegrationTypes { platform: platform?, integration_types: read })
}

fn read_platform(section: &Section<'_>, mistakes: &mut Mistakes<'_>) -> Option<Platform> {
    const KEYS: [&str; 3] = ["name", "support_url", "help_url"];
    section.only(&KEYS, mistakes);
    let [name, support_url, help_url] = KEYS.map(|key| section.required(key, mistakes));
    let name = name.and_then(|entry| entry.text(mistakes));
    let support_url = support_url.and_then(|entry| https_address(&entry, mistakes));
    let help_url = help_url.and_then(|entry| https_address(&entry, mistakes));
    Some(Platform { name: name?.to_owned(), support_url: support_url?, help_url: help_url? })
}

/// Formats one line per mistake, in the format that editors and terminals recognise.
struct InFile<'a> {
    file: &'a str,
    mistakes: &'a [Mistake],
}

impl fmt::Display for InFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, mistake) in self.mistakes.iter().enumerate() {
            write!(f, "{}{}:{mistake}", if at == 0 { "" } else { "\n" }, self.file)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
