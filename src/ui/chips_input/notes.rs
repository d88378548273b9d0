//! The messages below a chips input: why entries are refused, what can be undone, and which text
//! was too much. They are also announced.

use leptos::prelude::*;

use crate::reactive::memo;

use super::Chip;
use super::chip::{MOST_SHOWN, shortened};
use super::state::ChipsState;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::error_text::ErrorText;
use crate::ui::icon::{Icon, IconName};
use crate::ui::live_region::LiveRegion;

/// Shows the errors, the refusal and *Undo*, each only when needed.
#[component]
pub(super) fn Notes(state: ChipsState) -> impl IntoView {
    let refusal =
        Signal::derive(move || Some(state.refusal.get()).filter(|refusal| !refusal.is_empty()));
    view! {
        <Reasons state />
        <ErrorText id=[state.id, "-too-much"].concat() text=refusal />
        <UndoLine state />
        <LiveRegion message=state.announcement />
    }
}

/// The errors of the refused chips that are drawn.
#[component]
fn Reasons(state: ChipsState) -> impl IntoView {
    let reasons = memo(move || {
        state.chips.with(|chips| {
            let with_error = |(index, chip): (usize, &Chip)| {
                chip.error.clone().map(|error| (index, shortened(&chip.text), error))
            };
            let shown = chips.iter().take(MOST_SHOWN).enumerate();
            shown.filter_map(with_error).collect::<Vec<_>>()
        })
    });
    let reason = move |(index, text, error): (usize, String, String)| {
        view! {
            <li class="field-error" id=state.error_id(index)>
                <Icon name=IconName::Error />
                <span>
                    <bdi class="chip-error-text">{text}</bdi>
                    " "
                    {error}
                </span>
            </li>
        }
        .into_any()
    };
    view! {
        <ul role="list" class="chip-errors" hidden=move || reasons.with(Vec::is_empty)>
            {move || reasons.get().into_iter().map(reason).collect::<Vec<_>>()}
        </ul>
    }
}

/// The message about a removal or insertion, and the button that undoes it.
#[component]
fn UndoLine(state: ChipsState) -> impl IntoView {
    let message = memo(move || {
        let is_last = state.undo.with(|undo| {
            let chips = state.chips.read();
            undo.as_ref()
                .is_some_and(|undo| undo.after.iter().eq(chips.iter().map(|chip| &chip.text)))
        });
        is_last.then(|| state.undo.with(|undo| undo.as_ref().map(|undo| undo.message.clone())))
    });
    let line = move || {
        message.get().flatten().map(|message| {
            view! {
                <p class="chips-undo">
                    <span>{message}</span>
                    <Button
                        kind=ButtonKind::Quiet
                        on_press=Callback::new(move |()| state.take_back())
                    >
                        {move || state.labels().undo.get()}
                    </Button>
                </p>
            }
        })
    };
    view! { {line} }
}
