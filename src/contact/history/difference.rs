//! What is different between two lists of lines.

/// Lines that went and lines that came; each in its list's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineDifference {
    /// Only before.
    pub removed: Vec<String>,
    /// Only after.
    pub added: Vec<String>,
}

/// A line that occurs several times counts as often. A new order is no difference.
pub fn line_difference(before: Vec<String>, after: Vec<String>) -> LineDifference {
    let mut removed = before;
    let mut added = Vec::new();
    for line in after {
        match removed.iter().position(|it| *it == line) {
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
    fn what_stays_is_not_mentioned() {
        let found = line_difference(lines("a b c"), lines("a c d"));
        assert_eq!(found, LineDifference { removed: lines("b"), added: lines("d") });
    }

    #[test]
    fn a_new_order_is_no_difference() {
        assert_eq!(line_difference(lines("a b"), lines("b a")), LineDifference::default());
    }

    #[test]
    fn a_repeated_line_counts_as_often_as_it_occurs() {
        let found = line_difference(lines("a a"), lines("a"));
        assert_eq!(found, LineDifference { removed: lines("a"), added: Vec::new() });
    }
}
