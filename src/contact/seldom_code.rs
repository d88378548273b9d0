//! The code of the form that few people need: those who may only read, and those who save after another
//! user has. It comes in the chunk of the pages.

use std::rc::Rc;

use leptos::prelude::*;

use super::{
    conflict::{Conflict, ConflictNotice},
    contact_information_summary::ContactInformationSummary,
    requirements_list::RequirementsList,
    state::ContactFormState,
};
use crate::{
    chunk::chunk,
    deferred::{Build, deferred},
};

#[derive(Clone, Copy)]
struct SeldomCode {
    conflict: fn(ContactFormState, Conflict) -> AnyView,
    requirements: fn() -> AnyView,
    words: fn(ContactFormState) -> AnyView,
}

chunk! {
    fn seldom_chunk() -> SeldomCode, in portal {
        SeldomCode {
            conflict: |state, conflict| view! { <ConflictNotice state conflict /> }.into_any(),
            requirements: || RequirementsList().into_any(),
            words: |state| view! { <ContactInformationSummary state /> }.into_any(),
        }
    }
}

/// Compares both versions, and asks what to keep.
pub fn conflict_notice(state: ContactFormState, conflict: Conflict) -> AnyView {
    seldom(3, Rc::new(move |code| (code.conflict)(state, conflict.clone())))
}

/// What is missing and who can fill it in.
pub fn requirements() -> AnyView {
    seldom(8, Rc::new(|code| (code.requirements)()))
}

/// The contact information in words.
pub fn words(state: ContactFormState) -> AnyView {
    seldom(8, Rc::new(move |code| (code.words)(state)))
}

fn seldom(lines: usize, build: Rc<dyn Fn(SeldomCode) -> AnyView>) -> AnyView {
    deferred(lines, move || {
        let build = Rc::clone(&build);
        Box::pin(async move {
            let code = seldom_chunk().await?;
            Ok(Rc::new(move || build(code)) as Build)
        })
    })
}
