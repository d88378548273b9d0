//! Points out hours that end at 23:59 and so leave out the last minute of the day. Users enter them
//! because many programs do not accept `24:00`.

use leptos::prelude::*;
use partner_portal_contract::TimeOfDay;

use super::{hours_action::HoursAction, schedule_form::HoursForm};
use crate::{
    i18n::{Text, clock_time, t, use_i18n},
    reactive::memo,
    ui::{Button, ButtonKind, Icon, IconName},
};

/// 23:59, in minutes since midnight.
const LAST_MINUTE: u16 = TimeOfDay::END_OF_DAY.minutes() - 1;

/// Offers to extend the hours to the whole day if only the last minute is missing.
#[component]
pub fn WholeDayAdvice(hours: Memo<HoursForm>, on_action: Callback<HoursAction>) -> impl IntoView {
    let i18n = use_i18n();
    let is_almost_whole = memo(move || hours.with(is_almost_whole_day));
    let press = Callback::new(move |()| {
        let closes = TimeOfDay::END_OF_DAY.to_string();
        on_action.run(HoursAction::Change(HoursForm { closes, ..hours.get_untracked() }));
    });
    let sentence =
        move || i18n.with(Text::AlmostWholeDay, &[("time", &clock_time(i18n, LAST_MINUTE))]);
    move || {
        is_almost_whole.get().then(|| {
            view! {
                <div class="hours-advice">
                    <Icon name=IconName::Info />
                    <span>{sentence}</span>
                    <Button kind=ButtonKind::Quiet on_press=press>
                        {t(Text::MakeWholeDay)}
                    </Button>
                </div>
            }
        })
    }
}

fn is_almost_whole_day(hours: &HoursForm) -> bool {
    TimeOfDay::parse_opening(&hours.opens) == Some(TimeOfDay::MIDNIGHT)
        && TimeOfDay::parse_closing(&hours.closes).map(TimeOfDay::minutes) == Some(LAST_MINUTE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_day_without_its_last_minute_is_pointed_out() {
        let is_pointed_out = |opens: &str, closes: &str| {
            let (opens, closes) = (opens.to_owned(), closes.to_owned());
            is_almost_whole_day(&HoursForm { opens, closes, ..HoursForm::default() })
        };
        assert!(is_pointed_out("00:00", "23:59"));
        assert!(!is_pointed_out("00:00", "24:00"));
        assert!(!is_pointed_out("00:00", "00:00"));
        assert!(!is_pointed_out("00:01", "23:59"));
        assert!(!is_pointed_out("", "23:59"));
    }
}
