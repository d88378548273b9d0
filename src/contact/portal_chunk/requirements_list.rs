//! Shows the requirements and their state, and the users who can fill in the rest.

use leptos::prelude::*;
use partner_portal_contract::{FieldError, FieldErrorCode, Requirement, RequirementState};

use super::reminder::Reminder;
use crate::{
    contact::texts::field_texts,
    i18n::{Text, t, use_i18n},
    session::use_session,
    ui::{Badge, BadgeKind, Notice, NoticeKind},
};

/// Shows every requirement with its state, and the users who may edit.
#[component]
pub fn RequirementsList() -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let requirement = move |requirement: Requirement| {
        let field = requirement.field;
        let (text, kind) = state_text(requirement.state);
        let reason = reason(&requirement);
        view! {
            <li class="requirement">
                <span>{move || field_texts::label(i18n, field, &session.platform_name())}</span>
                <Badge text=t(text) kind=kind />
                {reason.map(|reason| {
                    view! {
                        <p class="requirement-reason">
                            {move || field_texts::error(i18n, &reason)}
                        </p>
                    }
                })}
            </li>
        }
    };
    let requirements = move || {
        let all = session.completion().map(|completion| completion.requirements);
        all.unwrap_or_default().into_iter().map(requirement).collect::<Vec<_>>()
    };
    let editors = move || {
        let all = session.completion().map(|completion| completion.editors).unwrap_or_default();
        all.into_iter()
            .map(|editor| view! { <li><bdi>{editor.name}</bdi>" "<bdi class="muted">{editor.email}</bdi></li> })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="stack">
            <Notice kind=NoticeKind::Info title=t(Text::CannotEditTitle)>
                <p>{t(Text::CannotEditBody)}</p>
            </Notice>
            <h3 class="section-title">{t(Text::WhoCanEdit)}</h3>
            <ul role="list" class="plain-list">{editors}</ul>
            <Reminder />
            <h3 class="section-title">{t(Text::WhatIsMissing)}</h3>
            <ul role="list" class="requirements">{requirements}</ul>
        </div>
    }
}

/// Returns the error of a field, if its state alone does not explain it.
fn reason(requirement: &Requirement) -> Option<FieldError> {
    // The sentences of these errors name an entry or a number, which a requirement does not have.
    let is_whole = |code: &_| !matches!(code, FieldErrorCode::TooMany | FieldErrorCode::Duplicate);
    let code = requirement.reason.filter(is_whole)?;
    let is_wrong = requirement.state == RequirementState::Invalid;
    is_wrong.then(|| FieldError::of_field(requirement.field, code))
}

fn state_text(state: RequirementState) -> (Text, BadgeKind) {
    match state {
        RequirementState::Satisfied => (Text::StateSatisfied, BadgeKind::Success),
        RequirementState::Missing => (Text::StateMissing, BadgeKind::Warning),
        RequirementState::Invalid => (Text::StateInvalid, BadgeKind::Danger),
        RequirementState::Deferred => (Text::StateDeferred, BadgeKind::Info),
        RequirementState::Unavailable => (Text::StateUnavailable, BadgeKind::Neutral),
        RequirementState::Unknown => (Text::StateUnknown, BadgeKind::Neutral),
    }
}
