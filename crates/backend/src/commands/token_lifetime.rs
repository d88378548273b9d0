//! Parses the lifetime of a token.

use std::str::FromStr;

use chrono::TimeDelta;

const LONGEST: TimeDelta = TimeDelta::days(3650);

/// The lifetime of a token, from one hour to ten years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TokenLifetime(pub(super) TimeDelta);

impl FromStr for TokenLifetime {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str =
            "must be a number of hours or days from 1h to 3650d, such as 12h or 90d";
        let unit = text.chars().next_back().filter(char::is_ascii).ok_or(WRONG)?;
        let number: u32 = text[..text.len() - 1].parse().map_err(|_| WRONG)?;
        let lifetime = match unit {
            'h' => TimeDelta::hours(number.into()),
            'd' => TimeDelta::days(number.into()),
            _ => return Err(WRONG),
        };
        let is_possible = number > 0 && lifetime <= LONGEST;
        if is_possible { Ok(Self(lifetime)) } else { Err(WRONG) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_a_number_of_hours_or_days() {
        assert_eq!("12h".parse(), Ok(TokenLifetime(TimeDelta::hours(12))));
        assert_eq!("90d".parse(), Ok(TokenLifetime(TimeDelta::days(90))));
        for text in
            ["", "d", "90", "0d", "-1d", "1.5d", "90 d", "4000d", "1m", "9é", "99999999999d"]
        {
            assert!(text.parse::<TokenLifetime>().is_err(), "{text}");
        }
    }
}
