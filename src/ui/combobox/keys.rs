//! Finds the entry that a key moves to. Pure, so that native tests can check it.

/// The number of entries that `PageUp` and `PageDown` skip, about one view of the list.
const PAGE: usize = 5;

/// Returns the entry that a key makes active, given the active one, or `None` if the key moves
/// nothing. Entries for which `usable` returns false cannot be chosen and are skipped.
///
/// Arrows wrap around. Pages stop at the ends of the list.
pub(super) fn option_target(
    key: &str,
    active: Option<usize>,
    count: usize,
    usable: impl Fn(usize) -> bool,
) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let (from, forward) = match (key, active) {
        ("ArrowDown", None) | ("Home", _) => (0, true),
        ("ArrowDown", Some(active)) => (if active >= last { 0 } else { active + 1 }, true),
        ("ArrowUp", None) | ("End", _) => (last, false),
        ("ArrowUp", Some(active)) => (active.checked_sub(1).unwrap_or(last).min(last), false),
        ("PageDown", active) => (active.map_or(0, |active| (active + PAGE).min(last)), true),
        ("PageUp", active) => (active.map_or(last, |active| active.saturating_sub(PAGE)), false),
        _ => return None,
    };
    // Takes the first usable entry in the direction of the move, otherwise one in the other
    // direction.
    let onward = (from..count).find(|index| usable(*index));
    let back = (0..=from).rev().find(|index| usable(*index));
    if forward { onward.or(back) } else { back.or(onward) }
}

#[cfg(test)]
mod tests {
    use super::option_target;

    const ALL: fn(usize) -> bool = |_| true;

    #[test]
    fn arrows_start_at_the_nearer_end_and_wrap() {
        assert_eq!(option_target("ArrowDown", None, 3, ALL), Some(0));
        assert_eq!(option_target("ArrowUp", None, 3, ALL), Some(2));
        assert_eq!(option_target("ArrowDown", Some(2), 3, ALL), Some(0));
        assert_eq!(option_target("ArrowUp", Some(0), 3, ALL), Some(2));
    }

    #[test]
    fn pages_stop_at_the_ends() {
        assert_eq!(option_target("PageDown", Some(0), 100, ALL), Some(5));
        assert_eq!(option_target("PageDown", Some(98), 100, ALL), Some(99));
        assert_eq!(option_target("PageUp", Some(2), 100, ALL), Some(0));
    }

    #[test]
    fn entries_that_cannot_be_chosen_are_skipped() {
        let odd = |index: usize| index % 2 == 1;
        assert_eq!(option_target("ArrowDown", None, 5, odd), Some(1));
        assert_eq!(option_target("ArrowDown", Some(1), 5, odd), Some(3));
        assert_eq!(option_target("End", Some(1), 5, odd), Some(3));
    }

    #[test]
    fn other_keys_and_lists_without_usable_entries_have_no_target() {
        assert_eq!(option_target("ArrowDown", None, 0, ALL), None);
        assert_eq!(option_target("ArrowDown", None, 3, |_| false), None);
        assert_eq!(option_target("a", Some(0), 3, ALL), None);
    }

    #[test]
    fn an_active_entry_beyond_a_shortened_list_moves_back_into_it() {
        assert_eq!(option_target("ArrowUp", Some(9), 3, ALL), Some(2));
        assert_eq!(option_target("ArrowDown", Some(9), 3, ALL), Some(0));
    }
}
