//! What those see who may not edit. Its code comes on demand: most people who meet the modal edit.

use std::rc::Rc;

use leptos::prelude::*;

use super::{
    contact_information_summary::ContactInformationSummary, requirements_list::RequirementsList,
    state::ContactFormState,
};
use crate::chunk::chunk;
use crate::deferred::{Build, deferred};

#[derive(Clone, Copy)]
struct ReaderViews {
    requirements: fn() -> AnyView,
    summary: fn(ContactFormState) -> AnyView,
}

chunk! {
    fn reader_views_chunk() -> ReaderViews, in form {
        ReaderViews {
        requirements: || RequirementsList().into_any(),
        summary: |state| view! { <ContactInformationSummary state /> }.into_any(),
    }
    }
}

/// What is missing and who can fill it in.
pub fn deferred_requirements() -> AnyView {
    deferred(8, || {
        Box::pin(async {
            let views = reader_views_chunk().await?;
            Ok(Rc::new(views.requirements) as Build)
        })
    })
}

/// The contact information in words.
pub fn deferred_summary(state: ContactFormState) -> AnyView {
    deferred(8, move || {
        Box::pin(async move {
            let views = reader_views_chunk().await?;
            Ok(Rc::new(move || (views.summary)(state)) as Build)
        })
    })
}
