//! The behaviour of a combobox, without views.

use leptos::html::Div;

use crate::reactive::effect;
use leptos::prelude::*;
use web_sys::Event;

use super::keys::option_target;
use super::option::ComboboxOption;
use crate::ui::events::pressed_key;
use crate::ui::focus::{after_render, scroll_into_view_if_needed};
use crate::ui::virtual_list::pixels;
use crate::ui::visible_range::{scroll_to_row, visible_range};

/// Assumed height of an entry in CSS pixels until one is measured.
const ASSUMED_ROW_HEIGHT: u32 = 56;
/// Maximum height of the list in CSS pixels: five entries.
pub(super) const LIST_HEIGHT: u32 = 280;
/// Entries rendered outside the view, on each side.
const OVERSCAN: usize = 4;

/// The state that the text box and its list share.
#[derive(Clone, Copy)]
pub(super) struct ComboboxState {
    pub(super) open: RwSignal<bool>,
    pub(super) active: RwSignal<Option<usize>>,
    pub(super) scroll_top: RwSignal<u32>,
    /// The height of an entry in CSS pixels. The style sheet sets it, depending on the available
    /// space.
    pub(super) row_height: RwSignal<u32>,
    pub(super) options: Signal<Vec<ComboboxOption>>,
    /// True if the arrow keys moved through the list since the last typed character. Only then do
    /// Home and End move in the list. Otherwise they move in the text.
    browsing: StoredValue<bool>,
    /// True after text was typed, until the first match becomes active, which Enter would choose.
    searching: StoredValue<bool>,
    query: RwSignal<String>,
    on_select: Callback<String>,
    clear_on_select: bool,
    list: NodeRef<Div>,
    popup: NodeRef<Div>,
}

impl ComboboxState {
    pub(super) fn new(
        query: RwSignal<String>,
        options: Signal<Vec<ComboboxOption>>,
        on_select: Callback<String>,
        clear_on_select: bool,
        list: NodeRef<Div>,
        popup: NodeRef<Div>,
    ) -> Self {
        let state = Self {
            open: RwSignal::new(false),
            active: RwSignal::new(None),
            scroll_top: RwSignal::new(0),
            row_height: RwSignal::new(ASSUMED_ROW_HEIGHT),
            options,
            browsing: StoredValue::new(false),
            searching: StoredValue::new(false),
            query,
            on_select,
            clear_on_select,
            list,
            popup,
        };
        // The matches can arrive later than the text that they match.
        effect(move || {
            let first = state.options.with(|options| first_enabled(options));
            if state.searching.get_value() && state.active.with_untracked(Option::is_none) {
                state.active.set(first);
            }
        });
        state
    }

    /// Returns the range of entries that are rendered.
    pub(super) fn rendered(self) -> std::ops::Range<usize> {
        let count = self.options.with(Vec::len);
        visible_range(self.scroll_top.get(), LIST_HEIGHT, self.row_height.get(), count, OVERSCAN)
    }

    /// Returns the active entry if it is rendered, because an ARIA attribute must not refer to a
    /// missing id.
    pub(super) fn active_rendered(self) -> Option<usize> {
        self.active.get().filter(|active| self.open.get() && self.rendered().contains(active))
    }

    pub(super) fn open_list(self) {
        if self.open.get_untracked() {
            return;
        }
        self.scroll_top.set(0);
        self.open.set(true);
        let chosen = self
            .options
            .with_untracked(|options| options.iter().position(|option| option.selected));
        after_render(move || {
            if let Some(popup) = self.popup.try_get_untracked().flatten() {
                scroll_into_view_if_needed(&popup);
            }
            if let Some(chosen) = chosen {
                self.show(chosen);
            }
        });
    }

    pub(super) fn close(self) {
        self.open.set(false);
        self.active.set(None);
        self.browsing.set_value(false);
        self.searching.set_value(false);
    }

    /// Handles typed text. The first entry becomes active, so that the user sees which entry Enter
    /// would choose.
    pub(super) fn type_text(self, text: String) {
        let empty = text.is_empty();
        self.query.set(text);
        self.browsing.set_value(false);
        self.open_list();
        let first = self.options.with_untracked(|options| first_enabled(options));
        self.active.set(first.filter(|_| !empty));
        self.searching.set_value(!empty);
        self.show(0);
    }

    pub(super) fn select(self, index: usize) {
        let Some(option) = self
            .options
            .with_untracked(|options| options.get(index).filter(|o| !o.disabled).cloned())
        else {
            return;
        };
        self.close();
        self.query.set(if self.clear_on_select { String::new() } else { option.label });
        self.on_select.run(option.value);
    }

    pub(super) fn press(self, event: &Event) {
        let Some(key) = pressed_key(event) else { return };
        let open = self.open.get_untracked();
        match key.as_str() {
            "Enter" => {
                event.prevent_default();
                match self.active.get_untracked().filter(|_| open) {
                    Some(active) => self.select(active),
                    None => self.open_list(),
                }
            }
            "Escape" if open => {
                // One Escape closes one thing: a dialog around the list stays open. With a closed
                // list, Escape does not clear the text, because a user who tries to close the modal
                // must not lose it.
                event.prevent_default();
                event.stop_propagation();
                self.close();
            }
            "Home" | "End" if !self.browsing.get_value() => {}
            key => self.move_active(key, event),
        }
    }

    fn move_active(self, key: &str, event: &Event) {
        let target = self.options.with_untracked(|options| {
            let active = self.active.get_untracked();
            option_target(key, active, options.len(), |index| !options[index].disabled)
        });
        if matches!(key, "ArrowDown" | "ArrowUp") {
            event.prevent_default();
            self.open_list();
        }
        if let Some(target) = target.filter(|_| self.open.get_untracked()) {
            event.prevent_default();
            self.browsing.set_value(true);
            self.active.set(Some(target));
            self.show(target);
        }
    }

    /// Scrolls the list so that an entry is in view.
    fn show(self, index: usize) {
        let row_height = self.row_height.get_untracked();
        let Some(list) = self.list.try_get_untracked().flatten() else {
            // The list is not rendered yet.
            let top = scroll_to_row(0, LIST_HEIGHT, row_height, index);
            self.scroll_top.set(top);
            after_render(move || self.scroll(top));
            return;
        };
        let top = scroll_to_row(pixels(list.scroll_top()), LIST_HEIGHT, row_height, index);
        self.scroll_top.set(top);
        self.scroll(top);
    }

    fn scroll(self, top: u32) {
        if let Some(list) = self.list.try_get_untracked().flatten() {
            list.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
        }
    }
}

fn first_enabled(options: &[ComboboxOption]) -> Option<usize> {
    option_target("Home", None, options.len(), |index| !options[index].disabled)
}
