//! The reading direction, and what the arrow keys do in it.
//!
//! Pure functions without elements, so that native tests can check the key logic.

/// The direction in which the current language is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// Returns the value of the `dir` attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A move along a row of items, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Step {
    /// One item towards the start.
    Previous,
    /// One item towards the end.
    Next,
    /// To the first item.
    First,
    /// To the last item.
    Last,
}

/// Returns the step that a key makes in a horizontal row. The arrows mirror with the direction,
/// because an arrow key points to a place on the screen.
pub(in crate::ui) fn step(key: &str, direction: Direction) -> Option<Step> {
    match (key, direction) {
        ("ArrowLeft", Direction::Ltr) | ("ArrowRight", Direction::Rtl) => Some(Step::Previous),
        ("ArrowRight", Direction::Ltr) | ("ArrowLeft", Direction::Rtl) => Some(Step::Next),
        ("Home", _) => Some(Step::First),
        ("End", _) => Some(Step::Last),
        _ => None,
    }
}

/// Returns the index that a key moves to in a tab list of `count` tabs, wrapping at both ends.
/// Returns `None` if the tab list does not use the key.
pub fn tab_target(key: &str, current: usize, count: usize, direction: Direction) -> Option<usize> {
    if count == 0 {
        return None;
    }
    Some(match step(key, direction)? {
        Step::Previous => (current + count - 1) % count,
        Step::Next => (current + 1) % count,
        Step::First => 0,
        Step::Last => count - 1,
    })
}

#[cfg(test)]
mod tests {
    use super::{Direction, tab_target};

    #[test]
    fn arrows_follow_the_reading_direction() {
        assert_eq!(tab_target("ArrowRight", 0, 3, Direction::Ltr), Some(1));
        assert_eq!(tab_target("ArrowLeft", 1, 3, Direction::Ltr), Some(0));
        assert_eq!(tab_target("ArrowRight", 1, 3, Direction::Rtl), Some(0));
        assert_eq!(tab_target("ArrowLeft", 0, 3, Direction::Rtl), Some(1));
    }

    #[test]
    fn arrows_wrap_at_both_ends() {
        assert_eq!(tab_target("ArrowRight", 2, 3, Direction::Ltr), Some(0));
        assert_eq!(tab_target("ArrowLeft", 0, 3, Direction::Ltr), Some(2));
    }

    #[test]
    fn home_and_end_do_not_mirror() {
        for direction in [Direction::Ltr, Direction::Rtl] {
            assert_eq!(tab_target("Home", 2, 3, direction), Some(0));
            assert_eq!(tab_target("End", 0, 3, direction), Some(2));
        }
    }

    #[test]
    fn other_keys_and_empty_lists_have_no_target() {
        assert_eq!(tab_target("Enter", 0, 3, Direction::Ltr), None);
        assert_eq!(tab_target("ArrowUp", 0, 3, Direction::Ltr), None);
        assert_eq!(tab_target("ArrowRight", 0, 0, Direction::Ltr), None);
    }
}
