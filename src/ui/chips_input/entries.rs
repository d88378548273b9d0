//! Changes to a list of entries and to text. Pure, so that they are tested natively.

/// The place in a text behind its last separator; 0 when it has none.
pub(super) fn behind_last_separator(text: &str, separators: &[char]) -> usize {
    let ending = |(at, c): (usize, char)| separators.contains(&c).then(|| at + c.len_utf8());
    text.char_indices().rev().find_map(ending).unwrap_or_default()
}

/// `text` with `pasted` in place of a selection, whose ends count UTF-16 units as the browser
/// does; ends beyond the text mean its end.
pub(super) fn inserted(text: &str, selection: (usize, usize), pasted: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let start = selection.0.min(units.len());
    let end = selection.1.clamp(start, units.len());
    let part = |range: &[u16]| String::from_utf16_lossy(range);
    [part(&units[..start]).as_str(), pasted, part(&units[end..]).as_str()].concat()
}

/// The entries with the one at `index` replaced by any number of others.
pub(super) fn replaced(mut entries: Vec<String>, index: usize, by: Vec<String>) -> Vec<String> {
    if index < entries.len() {
        entries.splice(index..=index, by);
    }
    entries
}

/// The entries when `original`, which stood at `index`, has become any number of others. It may stand
/// elsewhere by now, or be gone: then what has become of it comes last.
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

/// Which entry gets focus when the one at `index` of `count` goes: the one that takes its
/// place, else the one before; `None` when none is left.
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
    fn what_is_still_being_typed_stands_behind_the_last_separator() {
        assert_eq!(behind_last_separator("a,b،c", &[',', '،']), "a,b،".len());
        assert_eq!(behind_last_separator("a", &[',']), 0);
    }

    #[test]
    fn pasted_text_takes_the_place_of_the_selection() {
        assert_eq!(inserted("abcd", (1, 3), "X"), "aXd");
        assert_eq!(inserted("", (0, 0), "X"), "X");
        assert_eq!(inserted("ab", (usize::MAX, usize::MAX), "X"), "abX");
    }

    #[test]
    fn selections_count_as_the_browser_counts() {
        assert_eq!(inserted("😀b", (2, 3), "X"), "😀X");
    }

    #[test]
    fn an_edited_entry_can_become_several_or_none() {
        assert_eq!(replaced(list(&["a", "b"]), 0, list(&["x", "y"])), list(&["x", "y", "b"]));
        assert_eq!(replaced(list(&["a", "b"]), 1, vec![]), list(&["a"]));
        assert_eq!(replaced(list(&["a"]), 5, list(&["x"])), list(&["a"]));
    }

    #[test]
    fn an_edited_entry_replaces_no_other() {
        let after = |entries: &[&str]| edited(list(entries), 1, "b", list(&["x"]));
        assert_eq!(after(&["a", "b", "c"]), list(&["a", "x", "c"]));
        assert_eq!(after(&["b", "c"]), list(&["x", "c"]));
        assert_eq!(after(&["a", "c"]), list(&["a", "c", "x"]));
        assert_eq!(after(&[]), list(&["x"]));
        assert_eq!(edited(list(&["b", "b"]), 1, "b", vec![]), list(&["b"]));
    }

    #[test]
    fn focus_goes_to_what_takes_the_place_of_the_removed() {
        assert_eq!(neighbour(0, 3), Some(0));
        assert_eq!(neighbour(2, 3), Some(1));
        assert_eq!(neighbour(0, 1), None);
    }
}
