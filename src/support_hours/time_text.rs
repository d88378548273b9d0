//! Times as people type them.

/// Brings a hurried `9`, `930`, `9:30` or `9.30` into `HH:MM`; leaves alone what it cannot read, so
/// that nothing typed is lost.
pub fn tidy_time(text: &str) -> String {
    let trimmed = text.trim();
    let (hours, minutes) = match trimmed.split_once([':', '.', 'h']) {
        Some((hours, "")) => (hours, "00"),
        Some(parts) => parts,
        None if trimmed.len() > 2 && trimmed.is_ascii() => trimmed.split_at(trimmed.len() - 2),
        None => (trimmed, "00"),
    };
    let is_number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_number(hours, 1..=2) || !is_number(minutes, 2..=2) {
        return trimmed.to_owned();
    }
    let padding = if hours.len() == 1 { "0" } else { "" };
    padding.to_owned() + hours + ":" + minutes
}

#[cfg(test)]
mod tests {
    use super::tidy_time;

    #[test]
    fn hurried_times_are_completed() {
        for (typed, meant) in [
            ("9", "09:00"),
            ("17", "17:00"),
            ("930", "09:30"),
            ("1730", "17:30"),
            ("9:30", "09:30"),
            (" 9.30 ", "09:30"),
            ("9h", "09:00"),
            ("24", "24:00"),
            ("09:00", "09:00"),
        ] {
            assert_eq!(tidy_time(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_stays_as_it_was_typed() {
        for typed in ["", "noon", "9:3", "9:300", "123456", "９", "-9", "9 pm"] {
            assert_eq!(tidy_time(typed), typed, "{typed}");
        }
    }
}
