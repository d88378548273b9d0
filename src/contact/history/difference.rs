//! Compares two lists of lines.

/// The removed and added lines, each in the order of its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineDifference {
    /// The lines that only the earlier list contains.
    pub removed: Vec<String>,
    /// The lines that only the later list contains.
    pub added: Vec<String>,
}

/// Returns the difference of two lists. A repeated line counts as often as it occurs. The order
/// does not matter.
pub fn line_difference(before: Vec<String>, after: Vec<String>) -> LineDifference {
    let mut removed = before;
    let mut added = Vec::new();
    for line in after {
        match removed.iter().position(|earlier| *earlier == line) {
            Some(at) => drop(removed.remove(at)),
            None => added.push(line),
        }
    }
    LineDifference { removed, added }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn unchanged_lines_are_not_listed() {
        let found = line_difference(lines("a b c"), lines("a c d"));
        assert_eq!(found, LineDifference { removed: lines("b"), added: lines("d") });
    }

    #[test]
    fn a_new_order_is_not_a_difference() {
        assert_eq!(line_difference(lines("a b"), lines("b a")), LineDifference::default());
    }

    #[test]
    fn a_repeated_line_counts_as_often_as_it_occurs() {
        let found = line_difference(lines("a a"), lines("a"));
        assert_eq!(found, LineDifference { removed: lines("a"), added: Vec::new() });
    }
}
