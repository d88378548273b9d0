//! The saves that have been sent for the current user and account.

#[cfg(test)]
mod tests;

use leptos::prelude::*;
use partner_portal_contract::{
    ContactInformationInput, Environment, contact_information::ContactInformationDocument,
};

use crate::api::ApiError;

/// The saves that have been sent for the current user and account.
#[derive(Clone, Copy, Default)]
pub struct Saves(StoredValue<SentSaves>);

#[derive(Default)]
struct SentSaves {
    /// Counts the changes of user or account. A save from an earlier generation is not applied.
    generation: u32,
    /// The last save that was not refused.
    last: Option<KeyedSave>,
}

/// A save with its idempotency key.
struct KeyedSave {
    input: ContactInformationInput,
    environment: Environment,
    key: String,
    /// The saved revision. `None` while the answer is pending, or if it was lost.
    revision: Option<u64>,
}

impl Saves {
    /// Returns the current generation.
    pub fn generation(self) -> u32 {
        self.0.with_value(|saves| saves.generation)
    }

    /// Begins a new generation, because the form now belongs to another user or account.
    pub fn begin_generation(self) {
        self.0.update_value(|saves| {
            *saves = SentSaves { generation: saves.generation.wrapping_add(1), last: None };
        });
    }

    /// Returns `true` if, during a wait, the form has changed to another account or user. The
    /// awaited answer then does not belong to the form on the screen.
    pub fn is_outdated(self, generation: u32) -> bool {
        self.0.with_value(|saves| saves.generation) != generation
    }

    /// Returns the idempotency key of a save. A repeated save keeps its key, so that it is never
    /// done twice. It is repeated if its answer was lost, or if nothing newer has been saved since.
    /// The same values on top of a newer revision are a new save, which gets a `new_key`.
    pub fn key_for(
        self,
        input: &ContactInformationInput,
        environment: Environment,
        base_revision: u64,
        new_key: fn() -> String,
    ) -> String {
        let is_repeated = |last: &&KeyedSave| {
            last.environment == environment
                && last.input == *input
                && last.revision.is_none_or(|revision| revision == base_revision)
        };
        let known = self.0.with_value(|saves| {
            saves.last.as_ref().filter(is_repeated).map(|last| last.key.clone())
        });
        known.unwrap_or_else(|| {
            let key = new_key();
            let input = input.clone();
            let last = KeyedSave { input, environment, key: key.clone(), revision: None };
            self.0.update_value(|saves| saves.last = Some(last));
            key
        })
    }

    /// Records the answer to the last save. A refused save is done, so its key is not used again.
    pub fn record_answer(self, answer: &Result<ContactInformationDocument, ApiError>) {
        self.0.update_value(|saves| match answer {
            Ok(document) => {
                if let Some(last) = &mut saves.last {
                    last.revision = Some(document.revision);
                }
            }
            Err(ApiError::Unreachable) => {}
            Err(_) => saves.last = None,
        });
    }
}
