//! Times as people type them.

use partner_portal_contract::TimeOfDay;

/// Brings `9`, `930`, `9:30`, `9.30`, `5 pm` or `17h` into `HH:MM`; leaves alone what is no time,
/// such as `24:01`, so that nothing typed is lost.
pub fn tidy_time(text: &str) -> String {
    read_time(text).map_or_else(|| text.trim().to_owned(), |time| time.to_string())
}

fn read_time(text: &str) -> Option<TimeOfDay> {
    let typed = text.trim().to_lowercase();
    let (digits, half) = split_half(&typed);
    let (hours, minutes) = match digits.split_once([':', '.', ',', 'h']) {
        Some((hours, "")) => (hours, "00"),
        Some((hours, minutes)) => (hours.trim_end(), minutes.trim_start()),
        None if digits.len() > 2 && digits.is_ascii() => digits.split_at(digits.len() - 2),
        None => (digits, "00"),
    };
    let hours = number(hours).filter(|_| hours.len() <= 2)?;
    let minutes = number(minutes).filter(|_| minutes.len() == 2)?;
    let hours = match half {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(half) => hours % 12 + if half == Half::Afternoon { 12 } else { 0 },
    };
    let is_time = minutes < 60 && hours <= 24;
    TimeOfDay::from_minutes(hours * 60 + minutes).filter(|_| is_time)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// Takes "am", "p.m." or "a. m." off the end.
fn split_half(text: &str) -> (&str, Option<Half>) {
    let Some(at) = text.find(['a', 'p']) else { return (text, None) };
    let (digits, ending) = text.split_at(at);
    let letters: String = ending.chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect();
    match letters.as_str() {
        "a" | "am" => (digits.trim_end(), Some(Half::Morning)),
        "p" | "pm" => (digits.trim_end(), Some(Half::Afternoon)),
        _ => (text, None),
    }
}

fn number(digits: &str) -> Option<u16> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::tidy_time;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (typed, meant) in [
            ("9", "09:00"),
            ("17", "17:00"),
            ("930", "09:30"),
            ("1730", "17:30"),
            ("9:30", "09:30"),
            (" 9.30 ", "09:30"),
            ("9,30", "09:30"),
            ("9h", "09:00"),
            ("17h", "17:00"),
            ("17h30", "17:30"),
            ("17 h 30", "17:30"),
            ("5 pm", "17:00"),
            ("5:15PM", "17:15"),
            ("5 p. m.", "17:00"),
            ("9a.m.", "09:00"),
            ("12 am", "00:00"),
            ("12 pm", "12:00"),
            ("24", "24:00"),
            ("2400", "24:00"),
            ("0", "00:00"),
            ("09:00", "09:00"),
        ] {
            assert_eq!(tidy_time(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_stays_as_it_was_typed() {
        for typed in [
            "", "noon", "9:3", "9:300", "123456", "９", "-9", "24:01", "25", "9:60", "13 pm",
            "0 am", "9 pmx", "pm", ":30", "9::30",
        ] {
            assert_eq!(tidy_time(typed), typed, "{typed}");
        }
    }
}
