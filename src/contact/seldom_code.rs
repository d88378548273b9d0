//! The code of the form that few people need: who may only read, who edits in Production, and whom
//! somebody else was faster than. It comes in the chunk of the pages, which most have by then.

use std::rc::Rc;

use leptos::prelude::*;
use reactive_stores::Field;

use super::{
    conflict::{Conflict, ConflictNotice},
    contact_information_summary::ContactInformationSummary,
    fields::{FieldSignals, user_picker},
    form::AlertContact,
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
    user_picker: fn(ContactFormState, Field<Vec<AlertContact>>, FieldSignals) -> AnyView,
    requirements: fn() -> AnyView,
    words: fn(ContactFormState) -> AnyView,
}

chunk! {
    fn seldom_chunk() -> SeldomCode, in portal {
        SeldomCode {
            conflict: |state, conflict| view! { <ConflictNotice state conflict /> }.into_any(),
            user_picker,
            requirements: || RequirementsList().into_any(),
            words: |state| view! { <ContactInformationSummary state /> }.into_any(),
        }
    }
}

/// Compares both versions, and asks what to keep.
pub fn conflict_notice(state: ContactFormState, conflict: Conflict) -> AnyView {
    seldom(3, Rc::new(move |code| (code.conflict)(state, conflict.clone())))
}

/// Finds users of the account.
pub fn alert_contacts_picker(
    state: ContactFormState,
    value: Field<Vec<AlertContact>>,
    signals: FieldSignals,
) -> AnyView {
    seldom(1, Rc::new(move |code| (code.user_picker)(state, value, signals)))
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
