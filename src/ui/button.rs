//! The button that every form and dialog uses.

use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::true_or_absent;
use crate::ui::events::untyped;

/// The visual weight of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action of a form or dialog.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action that must not stand out, such as in a row of a table.
    Quiet,
    /// An action that removes something.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button is-primary",
            Self::Secondary => "button",
            Self::Quiet => "button is-quiet",
            Self::Danger => "button is-danger",
        }
    }

    /// Returns the part names by which a host's style sheet selects the button.
    const fn part(self) -> &'static str {
        match self {
            Self::Primary => "button primary-button",
            Self::Secondary | Self::Quiet | Self::Danger => "button",
        }
    }
}

/// A button. While busy or disabled it keeps the focus and its place in the tab order, tells
/// assistive technology its state, and ignores presses.
#[component]
pub fn Button(
    /// The visual weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Called when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// True while the action that the button started is still running.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// True while the button must ignore presses.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// True for the button that submits its form.
    #[prop(optional)]
    submit: bool,
    /// The accessible name, if the content is only an icon or too short to be one.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    /// The id, if another element refers to the button.
    #[prop(optional, into)]
    id: Option<String>,
    /// Ids of the elements that describe the button.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let inactive = Signal::derive(move || busy.get() || disabled.get());
    let on_click = move |event: &Event| {
        if inactive.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            part=kind.part()
            id=id
            aria-label=move || label.get()
            aria-describedby=move || described_by.get()
            aria-disabled=true_or_absent(inactive)
            aria-busy=true_or_absent(busy)
            on:click=untyped(on_click)
        >
            {move || busy.get().then(|| view! { <span class="spinner" aria-hidden="true"></span> })}
            {children()}
        </button>
    }
}
