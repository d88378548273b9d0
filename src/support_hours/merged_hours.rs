//! Merges two hours entries of a schedule.

use partner_portal_contract::{DayOfWeek, TimeOfDay};

use super::schedule_form::HoursForm;

const DAY: usize = 24 * 60;
const WEEK: usize = 7 * DAY;

/// Returns the one entry that covers exactly the minutes of both, with the id of `one`. Returns
/// `None` if there is no such entry, or if one of the two has an unreadable time.
pub fn merged_hours(one: &HoursForm, other: &HoursForm) -> Option<HoursForm> {
    let wanted = {
        let mut minutes = minutes_of(one)?;
        let others = minutes_of(other)?;
        minutes.iter_mut().zip(others).for_each(|(minute, other)| *minute |= other);
        minutes
    };
    let mut both_days = one.days.clone();
    both_days.extend(other.days.iter().filter(|day| !one.days.contains(day)));
    both_days.sort();
    for days in [both_days, one.days.clone(), other.days.clone()] {
        for opens in [&one.opens, &other.opens] {
            for closes in [&one.closes, &other.closes] {
                let candidate = HoursForm {
                    id: one.id,
                    days: days.clone(),
                    opens: opens.clone(),
                    closes: closes.clone(),
                };
                if minutes_of(&candidate).as_ref() == Some(&wanted) {
                    return Some(candidate);
                }
            }
        }
    }
    None
}

/// Returns, for each minute of a week, whether the entry covers it.
fn minutes_of(hours: &HoursForm) -> Option<Vec<bool>> {
    let opens = usize::from(TimeOfDay::parse_opening(&hours.opens)?.minutes());
    let closes = usize::from(TimeOfDay::parse_closing(&hours.closes)?.minutes());
    let closes = if closes <= opens { closes + DAY } else { closes };
    let mut minutes = vec![false; WEEK];
    for day in &hours.days {
        let midnight = day_index(*day) * DAY;
        (opens..closes).for_each(|minute| minutes[(midnight + minute) % WEEK] = true);
    }
    Some(minutes)
}

fn day_index(day: DayOfWeek) -> usize {
    DayOfWeek::ALL.iter().position(|it| *it == day).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use partner_portal_contract::DayOfWeek::{Friday, Monday, Saturday, Sunday};

    use super::*;

    fn hours(days: &[DayOfWeek], opens: &str, closes: &str) -> HoursForm {
        HoursForm { id: 0, days: days.to_vec(), opens: opens.into(), closes: closes.into() }
    }

    #[test]
    fn overlapping_hours_of_the_same_days_become_one_longer_entry() {
        let merged = merged_hours(
            &hours(&[Monday, Friday], "09:00", "13:00"),
            &hours(&[Monday, Friday], "12:00", "18:00"),
        );
        assert_eq!(merged, Some(hours(&[Monday, Friday], "09:00", "18:00")));
    }

    #[test]
    fn equal_hours_on_different_days_become_one_entry_for_all_days() {
        let merged = merged_hours(
            &hours(&[Monday, Sunday], "09:00", "17:00"),
            &hours(&[Monday, Saturday], "09:00", "17:00"),
        );
        assert_eq!(merged, Some(hours(&[Monday, Saturday, Sunday], "09:00", "17:00")));
    }

    #[test]
    fn hours_within_longer_hours_are_absorbed() {
        let long = hours(&[Monday, Friday], "08:00", "20:00");
        assert_eq!(merged_hours(&hours(&[Friday], "09:00", "17:00"), &long), Some(long));
    }

    #[test]
    fn hours_past_midnight_are_merged_too() {
        let merged =
            merged_hours(&hours(&[Sunday], "20:00", "24:00"), &hours(&[Sunday], "22:00", "06:00"));
        assert_eq!(merged, Some(hours(&[Sunday], "20:00", "06:00")));
    }

    #[test]
    fn hours_that_need_two_entries_are_not_merged() {
        let short = hours(&[Monday], "08:00", "12:00");
        assert_eq!(merged_hours(&short, &hours(&[Monday, Friday], "09:00", "17:00")), None);
        assert_eq!(merged_hours(&short, &hours(&[Monday], "09:00", "")), None);
    }
}
