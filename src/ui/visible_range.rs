//! Calculates the visible rows of a long list.
//!
//! Pure functions from pixels to indexes.

use std::ops::Range;

/// Returns the rows to render: those in view, and `overscan` more on each side so that scrolling
/// does not show a gap. Heights are in CSS pixels.
pub fn visible_range(
    scroll_top: u32,
    viewport: u32,
    row_height: u32,
    count: usize,
    overscan: usize,
) -> Range<usize> {
    let row_height = row_height.max(1);
    // The list may have become shorter than the scroll position.
    let first = ((scroll_top / row_height) as usize).min(count);
    let end = (scroll_top.saturating_add(viewport).div_ceil(row_height) as usize).min(count);
    let start = first.saturating_sub(overscan);
    start..end.saturating_add(overscan).min(count)
}

/// Returns the scroll position, as near as possible to the current one, at which a row is in view.
pub(in crate::ui) fn scroll_to_row(
    scroll_top: u32,
    viewport: u32,
    row_height: u32,
    row: usize,
) -> u32 {
    let top = row_height.saturating_mul(u32::try_from(row).unwrap_or(u32::MAX));
    let bottom = top.saturating_add(row_height);
    if top < scroll_top {
        top
    } else if bottom > scroll_top.saturating_add(viewport) {
        bottom.saturating_sub(viewport)
    } else {
        scroll_top
    }
}

#[cfg(test)]
mod tests {
    use super::{scroll_to_row, visible_range};

    #[test]
    fn only_rows_in_view_and_the_overscan_are_rendered() {
        assert_eq!(visible_range(0, 480, 48, 10_000, 4), 0..14);
        assert_eq!(visible_range(4_800, 480, 48, 10_000, 4), 96..114);
    }

    #[test]
    fn a_row_half_in_view_counts() {
        assert_eq!(visible_range(24, 480, 48, 100, 0), 0..11);
    }

    #[test]
    fn the_range_ends_with_the_list() {
        assert_eq!(visible_range(0, 480, 48, 3, 4), 0..3);
        assert_eq!(visible_range(0, 480, 48, 0, 4), 0..0);
        assert_eq!(visible_range(99_999, 480, 48, 10, 4), 6..10);
    }

    #[test]
    fn a_row_height_of_zero_does_not_divide_by_zero() {
        assert_eq!(visible_range(0, 2, 0, 10, 0), 0..2);
    }

    #[test]
    fn scrolling_to_a_row_moves_as_little_as_possible() {
        assert_eq!(scroll_to_row(0, 288, 48, 3), 0);
        assert_eq!(scroll_to_row(0, 288, 48, 6), 48);
        assert_eq!(scroll_to_row(480, 288, 48, 2), 96);
    }
}
