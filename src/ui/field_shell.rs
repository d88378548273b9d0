//! The label, hint and error around the control of every field.

use leptos::prelude::*;

use crate::ui::error_text::ErrorText;

/// Returns the ids for a control's `aria-describedby`, in reading order: the marks beside the
/// label, the purpose, then the hint and the error if they are shown.
pub fn described_by(id: &str, has_hint: bool, has_error: bool) -> String {
    let mut ids = [id, "-marks ", id, "-purpose"].concat();
    for (shown, suffix) in [(has_hint, "-hint"), (has_error, "-error")] {
        if shown {
            ids.push(' ');
            ids.push_str(id);
            ids.push_str(suffix);
        }
    }
    ids
}

/// Shows the label, marks and purpose above a control, and the hint and error below it.
///
/// A single control carries `id` itself. For a group of controls the shell sets `id`, so that the
/// group receives the focus as a whole.
#[component]
pub fn FieldShell(
    /// Id of the field. The ids `{id}-label`, `{id}-purpose`, `{id}-hint` and `{id}-error` derive
    /// from it.
    id: &'static str,
    /// The field's name.
    #[prop(into)]
    label: Signal<String>,
    /// The visible mark of a required field.
    #[prop(optional, into)]
    required: Signal<Option<String>>,
    /// A badge that tells who sees the value.
    #[prop(optional, into)]
    badge: Signal<Option<String>>,
    /// The purpose of the value.
    #[prop(optional, into)]
    purpose: Signal<String>,
    /// Advice on what to enter.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// The error to show.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// True if the field holds several controls.
    #[prop(optional)]
    group: bool,
    children: Children,
) -> impl IntoView {
    let label_id = [id, "-label"].concat();
    let label = move || label.get();
    let heading = if group {
        view! { <span class="field-label" id=label_id.clone()>{label}</span> }.into_any()
    } else {
        view! { <label class="field-label" id=label_id.clone() for=id>{label}</label> }.into_any()
    };
    let marks = view! {
        <span class="field-marks" id=[id, "-marks"].concat()>
            // A single control has `aria-required`, so a screen reader would announce the mark
            // twice.
            {move || required.get().map(|text| {
                view! { <span class="field-required" aria-hidden=(!group).then_some("true")>{text}</span> }
            })}
            {move || badge.get().map(|text| view! { <span class="badge">{text}</span> })}
        </span>
    };
    let purpose = view! {
        <p
            class="field-purpose"
            id=[id, "-purpose"].concat()
            hidden=move || purpose.with(String::is_empty)
        >
            {move || purpose.get()}
        </p>
    };
    let below = view! {
        {move || hint.get().map(|text| view! { <p class="field-hint" id=[id, "-hint"].concat()>{text}</p> })}
        <ErrorText id=[id, "-error"].concat() text=error />
    };
    let shell = view! {
        <div class="field-heading">{heading} {marks}</div>
        {purpose}
        <div class="field-control">{children()}</div>
        {below}
    };
    if group {
        let description =
            move || described_by(id, hint.with(Option::is_some), error.with(Option::is_some));
        view! {
            <div
                class="field"
                role="group"
                tabindex="-1"
                id=id
                aria-labelledby=label_id
                aria-describedby=description
            >
                {shell}
            </div>
        }
        .into_any()
    } else {
        view! { <div class="field">{shell}</div> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::described_by;

    #[test]
    fn a_control_is_described_by_the_texts_that_are_shown() {
        assert_eq!(described_by("a", false, false), "a-marks a-purpose");
        assert_eq!(described_by("a", true, false), "a-marks a-purpose a-hint");
        assert_eq!(described_by("a", true, true), "a-marks a-purpose a-hint a-error");
    }
}
