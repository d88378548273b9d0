//! Parses the times of day that users type.

use partner_portal_contract::TimeOfDay;

/// The names of the halves of a day that users type after the hour, or before it in some languages,
/// on a 12-hour clock. They are compared without direction marks, spaces and points. The browser's
/// own names are also accepted.
const MORNING: [&str; 3] = ["a", "am", "לפנהצ"];
const AFTERNOON: [&str; 3] = ["p", "pm", "אחהצ"];

/// Parses a time such as `9`, `930`, `9:30`, `9.30`, `5 pm`, `5:00 p. m.` or `17h`. Returns `None`
/// for other text, such as `24:01`. `periods` are the locale's names for the two halves of a day.
pub fn read_time(text: &str, periods: &[String; 2]) -> Option<TimeOfDay> {
    let typed: String = text.chars().filter(|it| !is_mark(*it)).collect();
    let first = typed.find(|it: char| it.is_ascii_digit())?;
    let end = typed.rfind(|it: char| it.is_ascii_digit())? + 1;
    let (before, digits, after) = (&typed[..first], &typed[first..end], &typed[end..]);
    // "9:" and "17h" are full hours.
    let after = after.strip_prefix([':', ',']).unwrap_or(after).trim_start();
    let after = after.strip_prefix(['h', 'H']).unwrap_or(after);
    let half = match (letters(before)?.as_str(), letters(after)?.as_str()) {
        ("", "") => None,
        (period, "") | ("", period) => Some(Half::named(period, periods)?),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once([':', '.', ',', 'h', 'H']) {
        Some((hours, minutes)) => (hours.trim_end(), minutes.trim_start()),
        None if digits.len() > 2 => digits.split_at(digits.len() - 2),
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

/// Returns whether a time that is being typed already has its minutes.
pub fn has_minutes(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() > 2
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    fn named(name: &str, [morning, afternoon]: &[String; 2]) -> Option<Self> {
        let is = |own: &str| letters(own).is_some_and(|own| own == name);
        if MORNING.contains(&name) || is(morning) {
            Some(Self::Morning)
        } else if AFTERNOON.contains(&name) || is(afternoon) {
            Some(Self::Afternoon)
        } else {
            None
        }
    }
}

/// Returns whether a character is an invisible mark that sets the text direction.
const fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Returns the letters of a period in lower case, or `None` if the text contains characters that do
/// not belong to one.
fn letters(text: &str) -> Option<String> {
    let mut letters = String::new();
    for character in text.chars() {
        match character {
            '.' | '\'' | '"' | '’' | '׳' | '״' => {}
            _ if character.is_whitespace() => {}
            _ if character.is_alphabetic() => letters.extend(character.to_lowercase()),
            _ => return None,
        }
    }
    Some(letters)
}

fn number(digits: &str) -> Option<u16> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<u16> {
        let periods = ["da manhã".to_owned(), "da tarde".to_owned()];
        read_time(text, &periods).map(TimeOfDay::minutes)
    }

    #[test]
    fn times_are_read_in_the_forms_that_users_type() {
        for (typed, hours, minutes) in [
            ("9", 9, 0),
            ("17", 17, 0),
            ("930", 9, 30),
            ("1730", 17, 30),
            ("9:30", 9, 30),
            (" 9.30 ", 9, 30),
            ("9,30", 9, 30),
            ("9:", 9, 0),
            ("9h", 9, 0),
            ("17h", 17, 0),
            ("17H30", 17, 30),
            ("17 h 30", 17, 30),
            ("21:30", 21, 30),
            ("24", 24, 0),
            ("24:00", 24, 0),
            ("2400", 24, 0),
            ("0", 0, 0),
            ("09:00", 9, 0),
        ] {
            assert_eq!(read(typed), Some(hours * 60 + minutes), "{typed}");
        }
    }

    #[test]
    fn the_halves_of_a_day_are_read_as_users_and_browsers_write_them() {
        for (typed, hours, minutes) in [
            ("5 pm", 17, 0),
            ("5:15PM", 17, 15),
            ("9:30\u{202f}AM", 9, 30),
            ("5\u{a0}p.\u{a0}m.", 17, 0),
            ("5 p. m.", 17, 0),
            ("9a.m.", 9, 0),
            ("9p", 21, 0),
            ("pm 9", 21, 0),
            ("12 am", 0, 0),
            ("12:30 a.m.", 0, 30),
            ("12 pm", 12, 0),
            ("9:00 אחה״צ", 21, 0),
            ("9:00 אחה\"צ", 21, 0),
            ("\u{200f}9:00 לפנה״צ", 9, 0),
            ("9:00 da tarde", 21, 0),
            ("9:00 Da Manhã", 9, 0),
        ] {
            assert_eq!(read(typed), Some(hours * 60 + minutes), "{typed}");
        }
    }

    #[test]
    fn text_that_is_not_a_time_is_refused() {
        for typed in [
            "",
            "noon",
            "9:3",
            "9:300",
            "123456",
            "９",
            "-9",
            "24:01",
            "25",
            "9:60",
            "13 pm",
            "21:30 pm",
            "0 am",
            "9 pmx",
            "pm",
            ":30",
            "9::30",
            "9 30",
            "am 9 pm",
            "9:00-17:00",
            "9:00 CET+1",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_time_has_minutes_once_it_has_more_than_two_digits() {
        assert!(has_minutes("9:00") && has_minutes("930") && has_minutes("9:00 p"));
        assert!(!has_minutes("9") && !has_minutes("9:0") && !has_minutes("12:"));
    }
}
