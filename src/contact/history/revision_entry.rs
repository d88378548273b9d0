//! Shows one save: its user, its time, the changed fields and, on demand, the changes.

use std::sync::Arc;

use leptos::prelude::*;
use partner_portal_contract::{ContactField, revision::Revision, users::User};

use super::difference::line_difference;
use crate::{
    contact::{
        portal_chunk::{field_lines, line_direction},
        state::contact_form::ContactForm,
        texts::field_texts,
    },
    i18n::{Text, date_time, t, use_i18n},
    session::use_session,
};

/// Shows one save. `users` are the users that it may refer to.
#[component]
pub fn RevisionEntry(revision: Revision, users: Arc<Vec<User>>) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let Revision { saved_by, saved_at, changed_fields, before, after, .. } = revision;
    let heading = move || {
        let at = date_time(i18n, &saved_at);
        i18n.with(Text::RevisionBy, &[("name", &saved_by.name), ("time", &at)])
    };
    if changed_fields.is_empty() {
        return view! {
            <li class="revision">
                <p class="revision-heading">{heading}</p>
                <p class="muted">{t(Text::RevisionUnchanged)}</p>
            </li>
        }
        .into_any();
    }
    let form = |input| StoredValue::new(ContactForm::of_input(input, &users));
    let (before, after) = (form(&before), form(&after));
    let label = move |field| field_texts::label(i18n, field, &session.platform_name());
    let fields = changed_fields.clone();
    let labels = move || fields.iter().map(|field| label(*field)).collect::<Vec<_>>().join(" · ");
    let change = move |field: ContactField| {
        let lines = move |form: StoredValue<ContactForm>| {
            form.with_value(|form| field_lines(i18n, form, field))
        };
        let marked = move || {
            let found = line_difference(lines(before), lines(after));
            let direction = line_direction(i18n, field);
            let removed = found.removed.into_iter().map(|line| {
                view! {
                    <li class="line-removed">
                        <span class="visually-hidden">{t(Text::RevisionRemoved)} ": "</span>
                        <del><bdi dir=direction>{line}</bdi></del>
                    </li>
                }
                .into_any()
            });
            let added = found.added.into_iter().map(|line| {
                view! {
                    <li class="line-added">
                        <span class="visually-hidden">{t(Text::RevisionAdded)} ": "</span>
                        <ins><bdi dir=direction>{line}</bdi></ins>
                    </li>
                }
                .into_any()
            });
            removed.chain(added).collect::<Vec<_>>()
        };
        view! {
            <dt>{move || label(field)}</dt>
            <dd><ul role="list" class="plain-list">{marked}</ul></dd>
        }
    };
    view! {
        <li class="revision">
            <details>
                <summary>
                    <span class="revision-heading">{heading}</span>
                    <span class="revision-fields muted">{labels}</span>
                </summary>
                <dl class="facts">{changed_fields.into_iter().map(change).collect::<Vec<_>>()}</dl>
            </details>
        </li>
    }
    .into_any()
}
