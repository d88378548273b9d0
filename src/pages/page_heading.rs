//! The heading of a page, which takes the focus when the page is shown to somebody anew.

use leptos::prelude::*;

/// Every page has exactly one.
pub const PAGE_HEADING_ID: &str = "page-heading";

/// The page's name.
#[component]
pub fn PageHeading(text: Signal<String>) -> impl IntoView {
    view! { <h1 class="page-title" id=PAGE_HEADING_ID tabindex="-1">{text}</h1> }
}
