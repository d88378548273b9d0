//! Somebody else saved meanwhile: which fields differ, and what the user decides for each. Nothing
//! is overwritten unseen.

use leptos::prelude::*;
use partner_portal_contract::{ContactField, contact_information::ContactInformationDocument};

use super::{
    form::ContactForm, save_progress::SaveProgress, shown_errors::ShownErrors,
    state::ContactFormState,
};
use crate::i18n::{I18n, Text};

/// Both versions beside the form's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What both sides started from.
    pub base: ContactForm,
    /// What is saved now.
    pub theirs: ContactInformationDocument,
    /// Whether somebody has just asked for what led here: their focus goes to it.
    pub is_asked: bool,
}

/// Returns `sentence` with the author of the newer revision, or one without a name where the backend
/// names no author.
pub fn newer_title(i18n: I18n, sentence: Text, author: Option<&str>) -> String {
    match author {
        Some(name) => i18n.with(sentence, &[("name", name)]),
        None => i18n.text(Text::ConflictTitle),
    }
}

/// Whose value a field gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// That of the form.
    Mine,
    /// That which is saved.
    Theirs,
}

/// A field in which the two versions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub field: ContactField,
    /// The side that changed it, where only one did; `None` asks for a decision.
    pub changed_by: Option<Side>,
}

/// The fields to decide on, in display order.
pub fn differences(
    base: &ContactForm,
    mine: &ContactForm,
    theirs: &ContactForm,
) -> Vec<Difference> {
    let (base, mine, theirs) = (base.to_draft(), mine.to_draft(), theirs.to_draft());
    let (by_me, by_them) = (base.changed_fields(&mine), base.changed_fields(&theirs));
    let difference = |field: ContactField| {
        let changed_by = match (by_me.contains(&field), by_them.contains(&field)) {
            (true, false) => Some(Side::Mine),
            (false, true) => Some(Side::Theirs),
            _ => None,
        };
        Difference { field, changed_by }
    };
    mine.changed_fields(&theirs).into_iter().map(difference).collect()
}

impl ContactFormState {
    /// Shows both versions; when they say the same, there is nothing to decide.
    pub(super) fn begin_conflict(self, conflict: Conflict) {
        self.newer.set(None);
        self.typed.enter_boxes();
        let mine = self.typed.form.get_untracked();
        let theirs = ContactForm::of_document(&conflict.theirs);
        if differences(&conflict.base, &mine, &theirs).is_empty() {
            self.rebase(conflict.theirs, theirs);
            self.shown.set(ShownErrors::default());
            self.progress.set(SaveProgress::Saved);
        } else {
            self.progress.set(SaveProgress::Conflict(Box::new(conflict)));
        }
    }

    /// Ends the conflict: the form, with the saved values in the fields that were decided `for_them`,
    /// ready to be saved. What was typed into other fields meanwhile stays.
    pub(super) fn resolve(self, conflict: Conflict, for_them: &[ContactField]) {
        self.typed.enter_boxes();
        let theirs = ContactForm::of_document(&conflict.theirs);
        let mut merged = self.typed.form.get_untracked();
        for field in for_them {
            merged.take(*field, &theirs);
        }
        self.rebase(conflict.theirs, theirs);
        self.typed.form.set(merged);
        self.progress.set(SaveProgress::Idle);
    }

    /// Compares with what somebody else has saved meanwhile.
    pub(super) fn compare_with_newer(self) {
        if let (Some(theirs), Some(base)) = (self.newer.get_untracked(), self.base.get_untracked())
        {
            self.begin_conflict(Conflict { base: base.form, theirs: *theirs, is_asked: true });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(emergency: &str, platform: &str) -> ContactForm {
        ContactForm {
            technical_emergency: vec![emergency.to_owned()],
            operational_platform: vec![platform.to_owned()],
            ..ContactForm::default()
        }
    }

    fn between(mine: &ContactForm, theirs: &ContactForm) -> Vec<(ContactField, Option<Side>)> {
        let found = differences(&form("a@example.com", "b@example.com"), mine, theirs);
        found.into_iter().map(|it| (it.field, it.changed_by)).collect()
    }

    #[test]
    fn a_field_that_only_one_side_changed_is_that_sides() {
        let mine = form("mine@example.com", "b@example.com");
        let theirs = form("a@example.com", "theirs@example.com");
        assert_eq!(
            between(&mine, &theirs),
            [
                (ContactField::TechnicalEmergency, Some(Side::Mine)),
                (ContactField::OperationalPlatform, Some(Side::Theirs)),
            ]
        );
    }

    #[test]
    fn a_field_that_both_changed_differently_asks_for_a_decision() {
        let mine = form("mine@example.com", "b@example.com");
        let theirs = form("theirs@example.com", "b@example.com");
        assert_eq!(between(&mine, &theirs), [(ContactField::TechnicalEmergency, None)]);
    }

    #[test]
    fn the_same_change_on_both_sides_is_no_difference() {
        let same = form("new@example.com", "b@example.com");
        assert_eq!(between(&same, &same), []);
    }
}
