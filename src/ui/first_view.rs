//! The dialog that the loader drew before the code was there, with text boxes that may have been typed
//! into. The app takes both over as they are: text, caret, focus and undo history stay.

use js_sys::Function;
use leptos::{prelude::*, tachys::html::attribute::Attribute};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// A `FirstView` of `src/embed/first_view.js`.
    #[derive(Clone)]
    pub type FirstView;

    /// The user for whom it was drawn.
    #[wasm_bindgen(method, getter)]
    pub fn user(this: &FirstView) -> String;

    /// The account that it asks about.
    #[wasm_bindgen(method, getter)]
    pub fn account(this: &FirstView) -> String;

    /// Takes the dialog away, with what was typed.
    #[wasm_bindgen(method)]
    pub fn end(this: &FirstView);

    #[wasm_bindgen(method, getter)]
    pub(in crate::ui) fn dialog(this: &FirstView) -> HtmlDialogElement;

    /// What had the focus before.
    #[wasm_bindgen(method, getter)]
    pub(in crate::ui) fn opener(this: &FirstView) -> Option<HtmlElement>;

    /// What has the focus in the dialog, or had it before the dialog was closed.
    #[wasm_bindgen(method, getter)]
    pub(in crate::ui) fn focused(this: &FirstView) -> Option<HtmlElement>;

    #[wasm_bindgen(method, js_name = textBox)]
    fn text_box(this: &FirstView, id: &str) -> Option<HtmlInputElement>;

    #[wasm_bindgen(method, js_name = isTyped)]
    fn is_typed(this: &FirstView, id: &str) -> bool;

    #[wasm_bindgen(method, js_name = whenCalm)]
    fn when_calm(this: &FirstView, then: &Function);

    /// Puts the content in the place of what was drawn, except for the text boxes.
    #[wasm_bindgen(method)]
    pub(in crate::ui) fn replace(this: &FirstView, content: &Element);

    /// Leaves the dialog to the app.
    #[wasm_bindgen(method)]
    pub(in crate::ui) fn release(this: &FirstView);
}

#[derive(Clone, Copy)]
struct Drawn(StoredValue<Option<FirstView>, LocalStorage>);

/// Puts the first view in reach of the components that take it over.
pub fn provide_first_view(first_view: Option<FirstView>) {
    provide_context(Drawn(StoredValue::new_local(first_view)));
}

/// Returns the first view until it is taken over.
pub fn first_view() -> Option<FirstView> {
    use_context::<Drawn>()?.0.try_get_value()?
}

/// Returns the first view for the last time.
pub fn take_first_view() -> Option<FirstView> {
    use_context::<Drawn>()?.0.try_update_value(Option::take)?
}

/// Turns true when `is_ready` does and nothing is being composed in the first view; without one, at
/// once.
pub fn when_calm(is_ready: impl Fn() -> bool + 'static) -> ReadSignal<bool> {
    let drawn = first_view();
    let (is_calm, set_calm) = signal(drawn.is_none());
    if let Some(drawn) = drawn {
        Effect::new(move |was_ready: Option<bool>| {
            let is_ready = is_ready();
            if is_ready && was_ready != Some(true) {
                let then = Closure::once_into_js(move || {
                    let _ = set_calm.try_set(true);
                });
                drawn.when_calm(then.unchecked_ref());
            }
            is_ready
        });
    }
    is_calm
}

/// A text box with these attributes. A box of the first view with the same id is used again, and
/// `adopt` gets the text that the user has typed into it.
pub(in crate::ui) fn text_box<A>(id: &str, attributes: A, adopt: impl FnOnce(String)) -> AnyView
where
    A: Attribute + Send,
    A::State: 'static,
{
    let found = first_view().and_then(|drawn| drawn.text_box(id).map(|existing| (drawn, existing)));
    let Some((drawn, existing)) = found else {
        return leptos::html::input().add_any_attr(attributes).into_any();
    };
    if drawn.is_typed(id) {
        adopt(existing.value());
    }
    // The attributes last as long as the component.
    StoredValue::new_local(attributes.build(&existing));
    let moved = SendWrapper::new(existing);
    on_cleanup(move || moved.remove());
    // `FirstView::replace` puts the box in the place of this one.
    view! { <span data-text-box=id.to_owned()></span> }.into_any()
}
