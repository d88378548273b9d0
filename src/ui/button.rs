//! Buttons.

use leptos::prelude::*;
use web_sys::Event;

use crate::ui::attributes::true_or_absent;
use crate::ui::events::untyped;

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// Something else to do here.
    #[default]
    Secondary,
    /// Something that must not compete, such as in a row of a table.
    Quiet,
    /// Something that takes away.
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

    /// What a host's style sheet calls it.
    const fn part(self) -> &'static str {
        match self {
            Self::Primary => "button primary-button",
            Self::Secondary | Self::Quiet | Self::Danger => "button",
        }
    }
}

/// A button. While busy or disabled it keeps focus and its place in the tab order, says so,
/// and ignores presses.
#[component]
pub fn Button(
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Called when it is pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Whether what it started is still going on.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it does nothing now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it submits its form.
    #[prop(optional)]
    submit: bool,
    /// The name, where the content is only a picture or says too little.
    #[prop(optional, into)]
    label: Signal<Option<String>>,
    /// The id, where something else refers to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Ids of the describing texts.
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
