//! How much of something is done.

use leptos::prelude::*;

/// A thin bar with its text.
#[component]
pub fn ProgressBar(
    /// How many are done.
    #[prop(into)]
    value: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    max: Signal<usize>,
    /// The same in words: "4 of 6 complete".
    #[prop(into)]
    label: Signal<String>,
    /// Id of what it tells the progress of.
    labelled_by: &'static str,
) -> impl IntoView {
    let width = move || {
        let percent = value.get().saturating_mul(100).checked_div(max.get()).unwrap_or(0);
        [percent.min(100).to_string().as_str(), "%"].concat()
    };
    view! {
        <div class="progress">
            // The bar says the text itself; the visible copy would repeat it.
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
