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

/// The router builds a page before it puts it in place, however long that takes.
fn focus_once_in_place(heading: NodeRef<html::H1>) {
    request_animation_frame(move || {
        // Nothing, when the page has gone again.
        if let Some(element) = heading.try_get_untracked().flatten()
            && !focus_by_id(&element, PAGE_HEADING_ID)
        {
            focus_once_in_place(heading);
        }
    });
}
