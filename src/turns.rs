//! Tells a task that has waited whether its result is still wanted.

use leptos::prelude::*;

/// Counts the turns of a task that replaces its predecessor, such as a search while the user types.
///
/// A task of the portal ends when the portal is unmounted, so only a task that outlives its view or
/// can be replaced needs a turn.
#[derive(Clone, Copy, Default)]
pub struct Turns(StoredValue<u32>);

/// One turn of [`Turns`].
#[derive(Clone, Copy)]
pub struct Turn {
    turns: Turns,
    number: u32,
}

impl Turns {
    /// Begins a turn, which ends the previous one. If the owner of the turns has been disposed, the
    /// new turn has already ended.
    pub fn begin(self) -> Turn {
        let number = self.0.try_get_value().unwrap_or_default().wrapping_add(1);
        let _ = self.0.try_set_value(number);
        Turn { turns: self, number }
    }
}

impl Turn {
    /// Returns `true` until the next turn begins or the owner of the turns is disposed.
    pub fn is_current(self) -> bool {
        self.turns.0.try_get_value() == Some(self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_current_until_the_next_one_begins() {
        let owner = Owner::new();
        owner.with(|| {
            let turns = Turns::default();
            let first = turns.begin();
            assert!(first.is_current());
            let second = turns.begin();
            assert!(!first.is_current());
            assert!(second.is_current());
        });
    }

    #[test]
    fn a_turn_ends_with_the_owner_of_the_turns() {
        let owner = Owner::new();
        let turns = owner.with(Turns::default);
        let turn = turns.begin();
        owner.cleanup();
        assert!(!turn.is_current());
    }

    #[test]
    fn a_turn_that_begins_after_the_owner_was_disposed_has_ended() {
        let owner = Owner::new();
        let turns = owner.with(Turns::default);
        owner.cleanup();
        assert!(!turns.begin().is_current());
    }

    #[test]
    fn the_turns_of_other_tasks_are_independent() {
        let owner = Owner::new();
        owner.with(|| {
            let turn = Turns::default().begin();
            Turns::default().begin();
            assert!(turn.is_current());
        });
    }
}
