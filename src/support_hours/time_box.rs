//! Opening and closing time: two boxes that differ only in which time they hold.

use leptos::prelude::*;
use partner_portal_contract::FieldErrorCode;

use super::{schedule_form::HoursForm, time_text::tidy_time};
use crate::{
    i18n::{Text, t},
    ui::TextInput,
};

/// One of the two times of an hours entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursTime {
    /// When the hours begin.
    Opens,
    /// When they end.
    Closes,
}

impl HoursTime {
    /// In reading order.
    pub const ALL: [Self; 2] = [Self::Opens, Self::Closes];

    /// The end of the control's id.
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

    /// What can be wrong with it.
    pub const fn codes(self) -> [FieldErrorCode; 2] {
        match self {
            Self::Opens => [FieldErrorCode::OpensMissing, FieldErrorCode::OpensInvalid],
            Self::Closes => [FieldErrorCode::ClosesMissing, FieldErrorCode::ClosesInvalid],
        }
    }

    /// What is in the box.
    pub fn of(self, hours: &HoursForm) -> &str {
        match self {
            Self::Opens => &hours.opens,
            Self::Closes => &hours.closes,
        }
    }

    fn set(self, hours: HoursForm, text: String) -> HoursForm {
        match self {
            Self::Opens => HoursForm { opens: text, ..hours },
            Self::Closes => HoursForm { closes: text, ..hours },
        }
    }
}

/// A label and a text box that stay together; leaving the box brings a hurried "9" into `09:00`.
/// `codes` are what is wrong with the entry; `on_typing` says whether a time is half typed.
#[component]
pub fn TimeBox(
    id: String,
    time: HoursTime,
    hours: Signal<HoursForm>,
    on_change: Callback<HoursForm>,
    on_typing: Callback<bool>,
    on_leave: Callback<()>,
    codes: Signal<Vec<FieldErrorCode>>,
    described_by: Signal<String>,
) -> impl IntoView {
    let set = move |text: String| {
        if let Some(hours) = hours.try_get_untracked() {
            on_change.run(time.set(hours, text));
        }
    };
    let type_text = move |text: String| {
        on_typing.run(true);
        set(text);
    };
    let leave = move |()| {
        let typed = hours.try_with_untracked(|hours| time.of(hours).to_owned());
        if let Some(typed) = typed {
            let tidy = tidy_time(&typed);
            if tidy != typed {
                set(tidy);
            }
            on_typing.run(false);
            on_leave.run(());
        }
    };
    let is_wrong = move |code: &FieldErrorCode| time.codes().contains(code);
    view! {
        <div class="hours-time">
            <label class="hours-label" for=id.clone()>
                {t(time.label())}
            </label>
            <TextInput
                id
                value=Signal::derive(move || hours.with(|hours| time.of(hours).to_owned()))
                on_input=Callback::new(type_text)
                on_blur=Callback::new(leave)
                invalid=Signal::derive(move || codes.with(|codes| codes.iter().any(is_wrong)))
                described_by
                ltr=true
                class="input-time"
            />
        </div>
    }
}
