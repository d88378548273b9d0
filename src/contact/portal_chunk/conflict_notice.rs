//! Shows every field in which the two versions differ, and applies the user's decisions.

use std::collections::BTreeMap;

use leptos::{html, prelude::*};
use partner_portal_contract::ContactField;

use super::field_choice::FieldChoice;
use crate::{
    contact::{
        saving::{resolve_conflict, submit},
        state::{
            ContactFormState,
            conflict::{Conflict, Difference, Side, differences},
            contact_form::ContactForm,
        },
        texts::newer_save_title,
    },
    i18n::{Text, t, use_i18n},
    reactive::effect,
    ui::{Button, ButtonKind, Notice, NoticeKind, focus_by_id, focus_by_id_after_render},
};

/// Shows both versions of each field and saves the chosen ones.
#[component]
pub fn ConflictNotice(state: ContactFormState, conflict: Conflict) -> impl IntoView {
    let i18n = use_i18n();
    let mine = state.typed.form.get_untracked();
    let theirs = ContactForm::of_document(&conflict.theirs);
    let found = differences(&conflict.base, &mine, &theirs);
    let decided =
        found.iter().filter_map(|difference| Some((difference.field, difference.changed_by?)));
    let choices = RwSignal::new(decided.collect::<BTreeMap<_, _>>());
    let has_pressed_save = RwSignal::new(false);
    let author = conflict.theirs.updated_by.as_ref().map(|by| by.name.clone());
    let title =
        Signal::derive(move || newer_save_title(i18n, Text::ConflictBody, author.as_deref()));
    let fields =
        StoredValue::new(found.iter().map(|difference| difference.field).collect::<Vec<_>>());
    let base = conflict.base.clone();
    let choose = move |field, side| {
        choices.update(|all| {
            all.insert(field, side);
        });
    };
    let rows = found.into_iter().map(|difference: Difference| {
        let field = difference.field;
        let chosen = Signal::derive(move || choices.with(|all| all.get(&field).copied()));
        view! {
            <FieldChoice
                difference
                base=base.clone()
                mine=mine.clone()
                theirs=theirs.clone()
                chosen
                on_choose=Callback::new(move |side| choose(field, side))
                is_missed=Signal::derive(move || has_pressed_save.get() && chosen.get().is_none())
            />
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let take_all = move |side| {
        choices
            .set(fields.with_value(|fields| fields.iter().map(|field| (*field, side)).collect()));
    };
    let node = NodeRef::<html::Div>::new();
    let may_move_focus = conflict.may_move_focus;
    effect(move || {
        if let Some(node) = node.get().filter(|_| may_move_focus) {
            focus_by_id_after_render((*node).clone().into(), "conflict".to_owned());
        }
    });
    let conflict = StoredValue::new(conflict);
    let save = move |()| {
        let missed = fields.with_value(|fields| {
            choices
                .with_untracked(|all| fields.iter().find(|field| !all.contains_key(field)).copied())
        });
        if let Some(field) = missed {
            has_pressed_save.set(true);
            if let Some(node) = node.get_untracked() {
                focus_by_id(&node, &("conflict-".to_owned() + field.as_str()));
            }
            return;
        }
        let is_theirs =
            |(field, side): (&ContactField, &Side)| (*side == Side::Theirs).then_some(*field);
        let for_them =
            choices.with_untracked(|all| all.iter().filter_map(is_theirs).collect::<Vec<_>>());
        resolve_conflict(state, conflict.get_value(), &for_them);
        // If the user took every saved value, nothing is left to save.
        if state.is_dirty.get_untracked() {
            submit(state);
        }
    };
    view! {
        <div class="conflict" node_ref=node id="conflict" tabindex="-1">
            <Notice kind=NoticeKind::Warning title>
                <p>{t(Text::ConflictLead)}</p>
                <div class="row">
                    <Button on_press=Callback::new(move |()| take_all(Side::Mine))>
                        {t(Text::KeepMine)}
                    </Button>
                    <Button on_press=Callback::new(move |()| take_all(Side::Theirs))>
                        {t(Text::TakeTheirs)}
                    </Button>
                </div>
                {rows}
                <Button kind=ButtonKind::Primary on_press=Callback::new(save)>
                    {t(Text::SaveChoices)}
                </Button>
            </Notice>
        </div>
    }
}
