//! Changes lists of entries and texts. The functions are pure, so that native tests can check them.

/// Returns the position after the last separator in a text, or 0 if there is none.
pub(super) fn behind_last_separator(text: &str, separators: &[char]) -> usize {
    let ending = |(at, c): (usize, char)| separators.contains(&c).then(|| at + c.len_utf8());
    text.char_indices().rev().find_map(ending).unwrap_or_default()
}

/// Returns `text` with `pasted` in place of a selection. The ends of the selection count UTF-16
/// code units, as in the browser. An end beyond the text means the end of the text.
pub(super) fn inserted(text: &str, selection: (usize, usize), pasted: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let start = selection.0.min(units.len());
    let end = selection.1.clamp(start, units.len());
    let part = |range: &[u16]| String::from_utf16_lossy(range);
    [part(&units[..start]).as_str(), pasted, part(&units[end..]).as_str()].concat()
}

/// Returns the entries with the one at `index` replaced by any number of others.
pub(super) fn replaced(mut entries: Vec<String>, index: usize, by: Vec<String>) -> Vec<String> {
    if index < entries.len() {
        entries.splice(index..=index, by);
    }
    entries
}

/// Returns the entries after `original`, which was at `index`, was edited into any number of
/// others. If `original` has moved, the new entries replace it at its new place. If it is gone,
/// they are appended.
pub(super) fn edited(
    entries: Vec<String>,
    index: usize,
    original: &str,
    by: Vec<String>,
) -> Vec<String> {
    let is_at_its_place = entries.get(index).is_some_and(|entry| entry == original);
    let elsewhere = || entries.iter().position(|entry| entry == original);
    match is_at_its_place.then_some(index).or_else(elsewhere) {
        Some(place) => replaced(entries, place, by),
        None => [entries, by].concat(),
    }
}

/// Returns the entry that receives the focus when the one at `index` of `count` is removed: the
/// next one, otherwise the previous one. Returns `None` if no entry is left.
pub(super) fn neighbour(index: usize, count: usize) -> Option<usize> {
    count.checked_sub(2).map(|last| index.min(last))
}

#[cfg(test)]
mod tests {
    use super::{behind_last_separator, edited, inserted, neighbour, replaced};

    fn list(entries: &[&str]) -> Vec<String> {
        entries.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_unfinished_entry_starts_after_the_last_separator() {
        assert_eq!(behind_last_separator("a,b،c", &[',', '،']), "a,b،".len());
        assert_eq!(behind_last_separator("a", &[',']), 0);
    }

    #[test]
    fn pasted_text_replaces_the_selection() {
        assert_eq!(inserted("abcd", (1, 3), "X"), "aXd");
        assert_eq!(inserted("", (0, 0), "X"), "X");
        assert_eq!(inserted("ab", (usize::MAX, usize::MAX), "X"), "abX");
    }

    #[test]
    fn selections_count_utf_16_code_units() {
        assert_eq!(inserted("😀b", (2, 3), "X"), "😀X");
    }

    #[test]
    fn an_edited_entry_can_become_several_or_none() {
        assert_eq!(replaced(list(&["a", "b"]), 0, list(&["x", "y"])), list(&["x", "y", "b"]));
        assert_eq!(replaced(list(&["a", "b"]), 1, vec![]), list(&["a"]));
        assert_eq!(replaced(list(&["a"]), 5, list(&["x"])), list(&["a"]));
    }

    #[test]
    fn an_edited_entry_does_not_replace_another_entry() {
        let after = |entries: &[&str]| edited(list(entries), 1, "b", list(&["x"]));
        assert_eq!(after(&["a", "b", "c"]), list(&["a", "x", "c"]));
        assert_eq!(after(&["b", "c"]), list(&["x", "c"]));
        assert_eq!(after(&["a", "c"]), list(&["a", "c", "x"]));
        assert_eq!(after(&[]), list(&["x"]));
        assert_eq!(edited(list(&["b", "b"]), 1, "b", vec![]), list(&["b"]));
    }

    #[test]
    fn the_focus_moves_to_the_neighbour_of_a_removed_entry() {
        assert_eq!(neighbour(0, 3), Some(0));
        assert_eq!(neighbour(2, 3), Some(1));
        assert_eq!(neighbour(0, 1), None);
    }
}
