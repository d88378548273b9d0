//! Mounts a view in a shadow root and operates it as a user would.

use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    CompositionEvent, Document, Element, Event, EventInit, HtmlElement, HtmlInputElement,
    InputEvent, InputEventInit, KeyboardEvent, KeyboardEventInit, ShadowRoot, ShadowRootInit,
    ShadowRootMode, Window,
};

/// A host element with the view under test. Dropping it unmounts the view.
pub(crate) struct Stage {
    host: Element,
    root: ShadowRoot,
    shown: ArcRwSignal<bool>,
    mounted: Option<Box<dyn FnOnce()>>,
}

pub(crate) fn window() -> Window {
    web_sys::window().expect("the tests run in a browser")
}

pub(crate) fn document() -> Document {
    window().document().expect("a browser has a document")
}

impl Stage {
    /// Mounts the view left to right.
    pub(crate) async fn with<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> Self
    where
        V::State: Mountable,
    {
        Self::in_direction("ltr", view).await
    }

    /// Mounts the view inside an element of the page.
    pub(crate) async fn within<V: IntoView + 'static>(
        place: HtmlElement,
        view: impl Fn() -> V + Send + 'static,
    ) -> Self
    where
        V::State: Mountable,
    {
        Self::build(place, "ltr", view).await
    }

    /// Mounts the view with this `dir`.
    pub(crate) async fn in_direction<V: IntoView + 'static>(
        direction: &str,
        view: impl Fn() -> V + Send + 'static,
    ) -> Self
    where
        V::State: Mountable,
    {
        Self::build(document().body().unwrap(), direction, view).await
    }

    async fn build<V: IntoView + 'static>(
        place: HtmlElement,
        direction: &str,
        view: impl Fn() -> V + Send + 'static,
    ) -> Self
    where
        V::State: Mountable,
    {
        let host = document().create_element("div").unwrap();
        place.append_child(&host).unwrap();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let parent = document().create_element("div").unwrap();
        parent.set_attribute("dir", direction).unwrap();
        root.append_child(&parent).unwrap();
        let shown = ArcRwSignal::new(true);
        let is_shown = shown.clone();
        let handle = mount_to(parent.unchecked_into::<HtmlElement>(), move || {
            move || is_shown.get().then(&view)
        });
        let stage = Self { host, root, shown, mounted: Some(Box::new(move || drop(handle))) };
        settle().await;
        stage
    }

    /// Removes the view as an app does when its state changes: the owner of the signals is cleaned
    /// up first, and the elements are removed afterwards.
    pub(crate) async fn take_away(&self) {
        self.shown.set(false);
        settle().await;
    }

    /// Returns the host of the shadow root, the element that a page would move or hide.
    pub(crate) fn host(&self) -> HtmlElement {
        self.host.clone().unchecked_into()
    }

    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).unwrap().map(JsCast::unchecked_into)
    }

    pub(crate) fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector).unwrap_or_else(|| panic!("there is no {selector}"))
    }

    pub(crate) fn input(&self, selector: &str) -> HtmlInputElement {
        self.get(selector).unchecked_into()
    }

    /// Returns the texts of all matches.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|index| found.get(index)?.text_content()).collect()
    }

    /// Returns the id of the focused element, or an empty string if the focus is outside.
    pub(crate) fn focused(&self) -> String {
        self.root.active_element().map(|element| element.id()).unwrap_or_default()
    }

    /// Presses a key on the focused element. Returns true if its default was prevented.
    pub(crate) async fn press(&self, key: &str) -> bool {
        self.press_as(key, &KeyboardEventInit::new()).await
    }

    /// Like `press`, with the Control key held.
    pub(crate) async fn press_with_control(&self, key: &str) -> bool {
        self.press_with(key, |init| init.set_ctrl_key(true)).await
    }

    /// Like `press`, with further properties of the event set by `set`.
    pub(crate) async fn press_with(&self, key: &str, set: impl Fn(&KeyboardEventInit)) -> bool {
        let init = KeyboardEventInit::new();
        set(&init);
        self.press_as(key, &init).await
    }

    /// Returns true if the key with Alt, Ctrl or Meta is left to the browser and does not move the
    /// focus.
    pub(crate) async fn leaves_shortcuts(&self, key: &str) -> bool {
        let modifiers: [fn(&KeyboardEventInit); 3] = [
            |init| init.set_alt_key(true),
            |init| init.set_ctrl_key(true),
            |init| init.set_meta_key(true),
        ];
        let before = self.focused();
        for set in modifiers {
            if self.press_with(key, set).await || self.focused() != before {
                return false;
            }
        }
        true
    }

    /// Dispatches a plain `Event` under every name that controls listen for, on every element, as a
    /// browser, an extension or the page can. Returns the number of thrown errors.
    pub(crate) async fn errors_of_plain_events(&self) -> u32 {
        const NAMES: [&str; 16] = [
            "keydown",
            "keyup",
            "input",
            "change",
            "paste",
            "drop",
            "mousedown",
            "pointerdown",
            "focusin",
            "focusout",
            "focus",
            "scroll",
            "compositionend",
            "click",
            "toggle",
            "blur",
        ];
        let watch = ErrorWatch::start();
        let init = EventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(true);
        let elements = self.root.query_selector_all("*").unwrap();
        for name in NAMES {
            for element in (0..elements.length()).filter_map(|index| elements.get(index)) {
                let event = Event::new_with_event_init_dict(name, &init).unwrap();
                element.dispatch_event(&event).unwrap();
            }
        }
        settle().await;
        watch.errors()
    }

    async fn press_as(&self, key: &str, init: &KeyboardEventInit) -> bool {
        init.set_key(key);
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", init).unwrap();
        let target = self.root.active_element();
        let target = target.unwrap_or_else(|| document().body().unwrap().into());
        let prevented = !target.dispatch_event(&event).unwrap();
        settle().await;
        prevented
    }

    /// Replaces the text of an input, as typing does.
    pub(crate) async fn type_in(&self, selector: &str, text: &str) {
        self.type_as(selector, text, &InputEventInit::new()).await;
    }

    /// Fills in an input like Chromium, with events that report a focus change that does not
    /// happen.
    pub(crate) async fn autofill(&self, selector: &str, text: &str) {
        let input = self.input(selector);
        let dispatch = |name: &str| {
            let init = EventInit::new();
            init.set_bubbles(!matches!(name, "focus" | "blur"));
            let event = Event::new_with_event_init_dict(name, &init).unwrap();
            input.dispatch_event(&event).unwrap();
        };
        ["focus", "keydown"].into_iter().for_each(dispatch);
        input.set_value(text);
        ["input", "change", "keyup", "blur"].into_iter().for_each(dispatch);
        settle().await;
    }

    /// Like `type_in`, while an input method is still composing the text.
    pub(crate) async fn compose_in(&self, selector: &str, text: &str) {
        let init = InputEventInit::new();
        init.set_is_composing(true);
        self.type_as(selector, text, &init).await;
    }

    /// Ends a composition. Browsers report that after the last `input` event.
    pub(crate) async fn end_composition(&self, selector: &str) {
        let event = CompositionEvent::new("compositionend").unwrap();
        self.get(selector).dispatch_event(&event).unwrap();
        settle().await;
    }

    async fn type_as(&self, selector: &str, text: &str, init: &InputEventInit) {
        let input = self.input(selector);
        input.focus().unwrap();
        input.set_value(text);
        init.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", init).unwrap();
        input.dispatch_event(&event).unwrap();
        settle().await;
    }

    pub(crate) async fn click(&self, selector: &str) {
        self.get(selector).click();
        settle().await;
    }

    pub(crate) async fn focus(&self, selector: &str) {
        self.get(selector).focus().unwrap();
        settle().await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(mounted) = self.mounted.take() {
            mounted();
        }
        self.host.remove();
    }
}

/// Waits two frames, so that all changes are in the document and painted.
pub(crate) async fn settle() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
}

/// Waits until `is_so` is true, for events that a browser reports only after some frames.
pub(crate) async fn eventually(is_so: impl Fn() -> bool) {
    for _ in 0..30 {
        if is_so() {
            return;
        }
        settle().await;
    }
    panic!("it did not come true");
}

/// Waits until the current microtasks have run. Nothing has been painted by then.
pub(crate) async fn microtask() {
    let now = js_sys::Promise::resolve(&JsValue::NULL);
    wasm_bindgen_futures::JsFuture::from(now).await.unwrap();
}

/// Counts the page's uncaught errors until it is dropped.
pub(crate) struct ErrorWatch {
    count: std::rc::Rc<std::cell::Cell<u32>>,
    handler: Closure<dyn FnMut(Event)>,
}

impl ErrorWatch {
    pub(crate) fn start() -> Self {
        let count = std::rc::Rc::new(std::cell::Cell::new(0));
        let handler = Closure::<dyn FnMut(Event)>::new({
            let count = std::rc::Rc::clone(&count);
            move |_| count.set(count.get() + 1)
        });
        window()
            .add_event_listener_with_callback("error", handler.as_ref().unchecked_ref())
            .unwrap();
        Self { count, handler }
    }

    pub(crate) fn errors(&self) -> u32 {
        self.count.get()
    }
}

impl Drop for ErrorWatch {
    fn drop(&mut self) {
        window()
            .remove_event_listener_with_callback("error", self.handler.as_ref().unchecked_ref())
            .unwrap();
    }
}
