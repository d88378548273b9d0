//! The conflict after another user's save, and the fields in which both versions differ.

use partner_portal_contract::{ContactField, contact_information::ContactInformationDocument};

use super::contact_form::ContactForm;

/// The two versions that are compared with the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The version from which both sides started.
    pub base: ContactForm,
    /// The version that is saved now.
    pub theirs: ContactInformationDocument,
    /// `true` if an action of the user led to the conflict, so that the focus may move to it.
    pub may_move_focus: bool,
}

/// The version whose value a field gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The form's version.
    Mine,
    /// The saved version.
    Theirs,
}

/// A field in which the form and the saved version differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: ContactField,
    /// The side that changed the field, if only one did. `None` needs the user's decision.
    pub changed_by: Option<Side>,
}

/// Returns the fields that differ, in display order.
pub fn differences(
    base: &ContactForm,
    mine: &ContactForm,
    theirs: &ContactForm,
) -> Vec<Difference> {
    let (base, mine, theirs) = (base.to_input(), mine.to_input(), theirs.to_input());
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
        found.into_iter().map(|difference| (difference.field, difference.changed_by)).collect()
    }

    #[test]
    fn a_field_that_one_side_changed_gets_that_sides_value() {
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
    fn a_field_that_both_sides_changed_differently_needs_a_decision() {
        let mine = form("mine@example.com", "b@example.com");
        let theirs = form("theirs@example.com", "b@example.com");
        assert_eq!(between(&mine, &theirs), [(ContactField::TechnicalEmergency, None)]);
    }

    #[test]
    fn the_same_change_on_both_sides_is_not_a_difference() {
        let same = form("new@example.com", "b@example.com");
        assert_eq!(between(&same, &same), []);
    }
}
