//! Shows the heading of a page, which takes the focus when the page is shown.

use leptos::{html, prelude::*};

use crate::{session::use_session, ui::focus_by_id};

/// The heading's id. It is unique, because one page is shown at a time.
pub const PAGE_HEADING_ID: &str = "page-heading";

/// Shows a page's `h1`. If the user came by a link, the heading takes the focus, so that a screen
/// reader continues there.
#[component]
pub fn PageHeading(#[prop(into)] text: Signal<String>) -> impl IntoView {
    let navigation = use_session().navigation;
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(move |_| {
        if navigation.take_arrival() {
            focus_once_in_place(heading);
        }
    });
    view! {
        <h1 class="page-title" id=PAGE_HEADING_ID tabindex="-1" node_ref=heading>
            {text}
        </h1>
    }
}

/// Focuses the heading once it is in the document. The router builds a page some time before it
/// inserts it.
fn focus_once_in_place(heading: NodeRef<html::H1>) {
    request_animation_frame(move || {
        // Stops if the page has been removed again.
        if let Some(element) = heading.try_get_untracked().flatten()
            && !focus_by_id(&element, PAGE_HEADING_ID)
        {
            focus_once_in_place(heading);
        }
    });
}
