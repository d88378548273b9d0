//! The heading that every page has, and that takes the focus when the page is shown.

use leptos::{html, prelude::*};

use crate::{session::use_session, ui::focus_by_id};

/// The heading's id; exactly one page is shown at a time.
pub const PAGE_HEADING_ID: &str = "page-heading";

/// A page's `h1`. Somebody who came by a link goes on reading here.
#[component]
pub fn PageHeading(#[prop(into)] text: Signal<String>) -> impl IntoView {
    let navigation = use_session().navigation;
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(move |heading| {
        if navigation.take_arrival() {
            // The router builds a page before it puts it in place.
            request_animation_frame(move || {
                focus_by_id(&heading, PAGE_HEADING_ID);
            });
        }
    });
    view! {
        <h1 class="page-title" id=PAGE_HEADING_ID tabindex="-1" node_ref=heading>
            {text}
        </h1>
    }
}
