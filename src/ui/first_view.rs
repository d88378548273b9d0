//! Takes over the dialog that the loader shows before the code is loaded. The user may have typed
//! into its text boxes. The app keeps these boxes, with their text, caret, focus and undo history.

use js_sys::Function;
use leptos::{prelude::*, tachys::html::attribute::Attribute};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// The `FirstView` of `src/embed/first_view.js`.
    #[derive(Clone)]
    pub type FirstView;

    /// Returns the user for whom the dialog was drawn.
    #[wasm_bindgen(method, getter)]
    pub fn user(this: &FirstView) -> String;

    /// Returns the account whose contact information the dialog asks for.
    #[wasm_bindgen(method, getter)]
    pub fn account(this: &FirstView) -> String;

    /// Removes the dialog, with everything that was typed into it.
    #[wasm_bindgen(method)]
    pub fn end(this: &FirstView);

    #[wasm_bindgen(method, getter)]
    pub(in crate::ui) fn dialog(this: &FirstView) -> HtmlDialogElement;

    /// Returns the element that had the focus before the dialog was shown.
    #[wasm_bindgen(method, getter)]
    pub(in crate::ui) fn opener(this: &FirstView) -> Option<HtmlElement>;

    /// Returns the element that has the focus in the dialog, or had it before the dialog was
    /// closed.
    #[wasm_bindgen(method, getter)]
    pub(in crate::ui) fn focused(this: &FirstView) -> Option<HtmlElement>;

    #[wasm_bindgen(method, js_name = textBox)]
    fn text_box(this: &FirstView, id: &str) -> Option<HtmlInputElement>;

    #[wasm_bindgen(method, js_name = isTyped)]
    fn is_typed(this: &FirstView, id: &str) -> bool;

    #[wasm_bindgen(method, js_name = whenCalm)]
    fn when_calm(this: &FirstView, then: &Function);

    /// Replaces the drawn content, except for the text boxes, which move into the new content.
    #[wasm_bindgen(method)]
    pub(in crate::ui) fn replace(this: &FirstView, content: &Element);

    /// Hands control of the dialog over to the app.
    #[wasm_bindgen(method)]
    pub(in crate::ui) fn release(this: &FirstView);
}

#[derive(Clone, Copy)]
struct Drawn(StoredValue<Option<FirstView>, LocalStorage>);

/// Provides the first view to the components that take it over.
pub fn provide_first_view(first_view: Option<FirstView>) {
    provide_context(Drawn(StoredValue::new_local(first_view)));
}

/// Returns the first view until it is taken over.
pub fn first_view() -> Option<FirstView> {
    use_context::<Drawn>()?.0.try_get_value()?
}

/// Removes the first view from the context and returns it.
pub fn take_first_view() -> Option<FirstView> {
    use_context::<Drawn>()?.0.try_update_value(Option::take)?
}

/// Returns a signal that turns true when `is_ready` does and no text is being composed in the first
/// view. Without a first view it is true at once.
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

/// Renders a text box with these attributes. A box of the first view with the same id is reused,
/// and `adopt` gets the text that the user has typed into it.
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
    // Keeps the attributes as long as the component exists.
    StoredValue::new_local(attributes.build(&existing));
    let moved = SendWrapper::new(existing);
    on_cleanup(move || moved.remove());
    // `FirstView::replace` swaps this placeholder for the existing box.
    view! { <span data-text-box=id.to_owned()></span> }.into_any()
}
