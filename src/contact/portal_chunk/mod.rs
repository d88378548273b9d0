//! The views of the form that few users need: for users who may not edit, and after a save by
//! another user. They are in the lazy chunk of the pages.

mod conflict_notice;
mod contact_information_summary;
mod field_choice;
mod reminder;
mod requirements_list;

use std::rc::Rc;

use leptos::prelude::*;

pub use self::contact_information_summary::{field_lines, line_direction};
use self::{
    conflict_notice::ConflictNotice, contact_information_summary::ContactInformationSummary,
    requirements_list::RequirementsList,
};
use crate::{
    chunk::chunk,
    contact::state::{ContactFormState, conflict::Conflict},
    deferred::{Build, deferred},
};

/// The views of the chunk.
#[derive(Clone, Copy)]
struct Views {
    conflict_notice: fn(ContactFormState, Conflict) -> AnyView,
    requirements_list: fn() -> AnyView,
    summary: fn(ContactFormState) -> AnyView,
}

chunk! {
    fn views_chunk() -> Views, in portal {
        Views {
            conflict_notice: |state, conflict| {
                view! { <ConflictNotice state conflict /> }.into_any()
            },
            requirements_list: || RequirementsList().into_any(),
            summary: |state| view! { <ContactInformationSummary state /> }.into_any(),
        }
    }
}

/// Shows both versions and asks which to keep.
pub fn deferred_conflict_notice(state: ContactFormState, conflict: Conflict) -> AnyView {
    from_chunk(3, Rc::new(move |views| (views.conflict_notice)(state, conflict.clone())))
}

/// Shows the requirements and the users who can fill them in.
pub fn deferred_requirements_list() -> AnyView {
    from_chunk(8, Rc::new(|views| (views.requirements_list)()))
}

/// Shows the contact information as text.
pub fn deferred_summary(state: ContactFormState) -> AnyView {
    from_chunk(8, Rc::new(move |views| (views.summary)(state)))
}

/// Shows a view of the chunk. Until it has loaded, shows a skeleton of `lines` lines.
fn from_chunk(lines: usize, build: Rc<dyn Fn(Views) -> AnyView>) -> AnyView {
    deferred(lines, move || {
        let build = Rc::clone(&build);
        Box::pin(async move {
            let views = views_chunk().await?;
            Ok(Rc::new(move || build(views)) as Build)
        })
    })
}
