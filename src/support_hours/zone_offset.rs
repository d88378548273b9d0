//! Parses and formats offsets from UTC. The format is the same in all languages.

/// Parses an offset in search form, such as "+2", "utc+0200", "gmt-5" or "+530", to minutes ahead
/// of UTC.
pub fn offset_minutes(wanted: &str) -> Option<i32> {
    let offset = wanted.strip_prefix("utc").or_else(|| wanted.strip_prefix("gmt"));
    let offset = offset.unwrap_or(wanted);
    if offset.is_empty() && !wanted.is_empty() {
        return Some(0);
    }
    let digits = offset.strip_prefix(['+', '-'])?;
    if !(1..=4).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) =
        digits.split_at(if digits.len() > 2 { digits.len() - 2 } else { digits.len() });
    let hours: i32 = hours.parse().ok()?;
    let minutes: i32 = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    let ahead = hours * 60 + minutes;
    Some(if offset.starts_with('-') { -ahead } else { ahead })
}

/// Formats an offset in minutes, such as "UTC+02:00".
pub fn offset_text(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let ahead = minutes.unsigned_abs();
    format!("UTC{sign}{:02}:{:02}", ahead / 60, ahead % 60)
}

#[cfg(test)]
mod tests {
    use super::offset_text;

    #[test]
    fn an_offset_has_a_sign_and_four_digits() {
        assert_eq!(offset_text(330), "UTC+05:30");
        assert_eq!(offset_text(-210), "UTC-03:30");
        assert_eq!(offset_text(0), "UTC+00:00");
    }
}
