//! The text box for an opening or closing time.

use leptos::prelude::*;
use partner_portal_contract::{FieldErrorCode, TimeOfDay};

use super::{
    schedule_form::HoursForm,
    time_text::{has_minutes, read_time},
};
use crate::{
    i18n::{I18n, Text, clock_time, day_periods, t, use_i18n},
    ui::TextInput,
};

/// One of the two times of an hours entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursTime {
    /// The opening time.
    Opens,
    /// The closing time.
    Closes,
}

impl HoursTime {
    /// Both times, in reading order.
    pub const ALL: [Self; 2] = [Self::Opens, Self::Closes];

    /// Returns the last part of the control's id.
    pub const fn control(self) -> &'static str {
        match self {
            Self::Opens => "opens",
            Self::Closes => "closes",
        }
    }

    const fn label(self) -> Text {
        match self {
            Self::Opens => Text::Opens,
            Self::Closes => Text::Closes,
        }
    }

    /// Returns the error codes of this time.
    pub const fn codes(self) -> [FieldErrorCode; 2] {
        match self {
            Self::Opens => [FieldErrorCode::OpensMissing, FieldErrorCode::OpensInvalid],
            Self::Closes => [FieldErrorCode::ClosesMissing, FieldErrorCode::ClosesInvalid],
        }
    }

    /// Returns the text in the form: `HH:MM`, or the text as typed if it is not a time.
    pub fn of(self, hours: &HoursForm) -> &str {
        match self {
            Self::Opens => &hours.opens,
            Self::Closes => &hours.closes,
        }
    }

    /// Returns the text to show: a time in the locale's format, or other text as typed.
    fn shown(self, i18n: I18n, hours: &HoursForm) -> String {
        let text = self.of(hours);
        let time = match self {
            Self::Opens => TimeOfDay::parse_opening(text),
            Self::Closes => TimeOfDay::parse_closing(text),
        };
        time.map_or_else(|| text.to_owned(), |time| clock_time(i18n, time.minutes()))
    }

    fn set(self, hours: HoursForm, text: String) -> HoursForm {
        match self {
            Self::Opens => HoursForm { opens: text, ..hours },
            Self::Closes => HoursForm { closes: text, ..hours },
        }
    }
}

/// A text box with its label. The form stores the same text in every language. The box shows it in
/// the locale's format, except while the user types. Leaving the box turns a short entry such as
/// "9" into a time. `codes` are the errors of the entry. `on_typing` gets `true` while a time is
/// half typed.
#[component]
pub fn TimeBox(
    id: String,
    time: HoursTime,
    hours: Memo<HoursForm>,
    on_change: Callback<HoursForm>,
    on_typing: Callback<bool>,
    on_leave: Callback<()>,
    codes: Memo<Vec<FieldErrorCode>>,
    described_by: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let typed = RwSignal::new(None::<String>);
    let set = move |text: String| {
        if let Some(hours) = hours.try_get_untracked()
            && time.of(&hours) != text
        {
            on_change.run(time.set(hours, text));
        }
    };
    let read = move |text: &str| {
        let time = read_time(text, &untrack(|| day_periods(i18n)));
        time.map_or_else(|| text.trim().to_owned(), |time| time.to_string())
    };
    let type_text = move |text: String| {
        on_typing.run(true);
        // An unfinished time is not stored as a time: "1" is not one o'clock while the user types
        // "12:00".
        let meant = if has_minutes(&text) { read(&text) } else { text.clone() };
        typed.set(Some(text));
        set(meant);
    };
    let leave = move |()| {
        let text = typed.try_get_untracked().flatten();
        let kept = || hours.try_with_untracked(|hours| time.of(hours).to_owned());
        if let Some(text) = text.or_else(kept) {
            set(read(&text));
            typed.set(None);
            on_typing.run(false);
            on_leave.run(());
        }
    };
    let value = Signal::derive(move || {
        typed.get().unwrap_or_else(|| hours.with(|hours| time.shown(i18n, hours)))
    });
    let is_wrong = move |code: &FieldErrorCode| time.codes().contains(code);
    view! {
        <div class="hours-time">
            <label for=id.clone()>
                {t(time.label())}
            </label>
            <TextInput
                id
                value
                on_input=Callback::new(type_text)
                on_blur=Callback::new(leave)
                required=true
                invalid=Signal::derive(move || codes.with(|codes| codes.iter().any(is_wrong)))
                described_by
                ltr=true
                class="input-time"
            />
        </div>
    }
}
