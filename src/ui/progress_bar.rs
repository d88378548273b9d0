//! A progress bar.

use leptos::prelude::*;

/// A thin bar with its progress as text.
#[component]
pub fn ProgressBar(
    /// The number of completed items.
    #[prop(into)]
    value: Signal<usize>,
    /// The number of all items.
    #[prop(into)]
    max: Signal<usize>,
    /// The progress as text: "4 of 6 complete".
    #[prop(into)]
    label: Signal<String>,
    /// Id of the element that names the bar.
    labelled_by: &'static str,
) -> impl IntoView {
    let width = move || {
        let percent = value.get().saturating_mul(100).checked_div(max.get()).unwrap_or(0);
        [percent.min(100).to_string().as_str(), "%"].concat()
    };
    view! {
        <div class="progress">
            // Screen readers get the text from the bar, so the visible copy is hidden from them.
            <span class="progress-text" aria-hidden="true">{move || label.get()}</span>
            <div
                class="progress-track"
                role="progressbar"
                aria-labelledby=labelled_by
                aria-valuemin="0"
                aria-valuemax=move || max.get().to_string()
                aria-valuenow=move || value.get().to_string()
                aria-valuetext=move || label.get()
            >
                <div class="progress-fill" style:inline-size=width></div>
            </div>
        </div>
    }
}
