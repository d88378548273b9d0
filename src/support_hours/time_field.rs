//! A time of day as people type it.

use leptos::prelude::*;

use super::time_text::tidy_time;
use crate::ui::TextInput;

/// A label and a text box; leaving the box brings a hurried "9" into `09:00`.
#[component]
pub fn TimeField(
    id: String,
    label: Signal<String>,
    value: Signal<String>,
    on_change: Callback<String>,
    on_leave: Callback<()>,
    invalid: Signal<bool>,
    described_by: Signal<String>,
) -> impl IntoView {
    let leave = move |()| {
        if let Some(typed) = value.try_get_untracked() {
            on_change.run(tidy_time(&typed));
            on_leave.run(());
        }
    };
    view! {
        <label class="hours-label" for=id.clone()>
            {label}
        </label>
        <TextInput
            id
            value
            on_input=on_change
            on_blur=Callback::new(leave)
            invalid
            described_by
            ltr=true
            class="input-time"
        />
    }
}
