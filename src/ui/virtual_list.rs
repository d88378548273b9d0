//! A virtualised list: only the rows in view are rendered.

use leptos::html::Div;

use crate::reactive::{effect, memo};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

use crate::ui::{focus::after_render, keyed_list::KeyedList, visible_range::visible_range};

/// Rows rendered outside the view, on each side.
const OVERSCAN: usize = 6;

/// A virtualised table in a scrolling container. All rows have the same height.
///
/// The container is a `role="table"`. Its `children` are the header (`role="row"` with
/// `role="columnheader"` cells), which stays at the top. `render` returns one `role="row"` by
/// index, with `aria-rowindex` from 2 on. A row is rendered once while its index is in view, so
/// `render` must read changing data through signals.
#[component]
pub fn VirtualList(
    /// Assumed height of each row in CSS pixels until one is measured.
    assumed_row_height: u32,
    /// The number of loaded rows.
    #[prop(into)]
    count: Signal<usize>,
    /// The number of rows once all are loaded, if it differs.
    #[prop(optional, into)]
    total: Signal<Option<usize>>,
    /// Renders the row with an index.
    #[prop(into)]
    render: Callback<usize, AnyView>,
    /// Called when the last rows come into view, and again after each growth of `count`.
    #[prop(optional, into)]
    on_near_end: Option<Callback<()>>,
    /// A signal that notifies when a different list is shown. The table then scrolls to the top.
    #[prop(optional, into)]
    another_list: Option<Signal<()>>,
    /// The accessible name of the table.
    #[prop(into)]
    label: Signal<String>,
    /// The header row.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let scroller = NodeRef::<Div>::new();
    let scroll_top = RwSignal::new(0_u32);
    // An assumption until the first measurement: enough rows to fill most screens.
    let view_height = RwSignal::new(600_u32);
    let row_height = RwSignal::new(assumed_row_height);
    let measure = move || {
        let scroller = scroller.try_get_untracked().flatten();
        let row = scroller.as_ref().and_then(|scroller| first_row(scroller));
        // Elements in a hidden tab panel have no size, so the last measurement is kept.
        store_length(view_height, scroller.map_or(0, |it| it.client_height()));
        store_length(row_height, row.map_or(0, |it| it.offset_height()));
    };
    let observation = StoredValue::new_local(None::<Observation>);
    effect(move || {
        if let Some(scroller) = scroller.get() {
            measure();
            observation.set_value(Observation::of(&scroller, measure));
        }
    });

    let has_rows = memo(move || count.get() > 0);
    effect(move || {
        if has_rows.get() {
            after_render(measure);
        }
    });
    let range = memo(move || {
        visible_range(scroll_top.get(), view_height.get(), row_height.get(), count.get(), OVERSCAN)
    });
    if let Some(on_near_end) = on_near_end {
        effect(move || {
            let count = count.get();
            if count > 0 && range.get().end + OVERSCAN >= count {
                on_near_end.run(());
            }
        });
    }
    if let Some(another_list) = another_list {
        Effect::new(move |previous: Option<()>| {
            another_list.get();
            if previous.is_some()
                && let Some(scroller) = scroller.get_untracked()
            {
                scroller.set_scroll_top(0);
            }
        });
    }
    let keys = Signal::derive(move || range.get().map(as_u32).collect());
    let entry = Callback::new(move |key: u32| render.run(key as usize));
    let total_height = move || px(row_height.get().saturating_mul(as_u32(count.get())));
    let offset = move || {
        let top = row_height.get().saturating_mul(as_u32(range.get().start));
        ["translateY(", &px(top), ")"].concat()
    };
    view! {
        <div
            node_ref=scroller
            class="virtual-list"
            role="table"
            tabindex="0"
            aria-label=move || label.get()
            aria-rowcount=move || (total.get().unwrap_or(count.get()) + 1).to_string()
            on:scroll=move |_| {
                if let Some(scroller) = scroller.get_untracked() {
                    scroll_top.set(pixels(scroller.scroll_top()));
                }
            }
        >
            {children
                .map(|children| {
                    view! {
                        <div class="virtual-list-head" role="rowgroup">
                            {children()}
                        </div>
                    }
                })}
            <div class="virtual-list-body" role="rowgroup" style:block-size=total_height>
                <div class="virtual-list-slice" role="presentation" style:transform=offset>
                    <KeyedList keys entry />
                </div>
            </div>
        </div>
    }
}

/// Returns the row to measure.
fn first_row(scroller: &Element) -> Option<HtmlElement> {
    scroller.query_selector(".virtual-list-slice > [role=row]").ok()?.map(JsCast::unchecked_into)
}

/// Stores a measured length, unless it is zero or unchanged.
fn store_length(measure: RwSignal<u32>, length: i32) {
    let length = pixels(length);
    if length > 0 && measure.try_get_untracked().is_some_and(|known| known != length) {
        measure.set(length);
    }
}

/// A guard that reports changes of an element's size until it is dropped.
struct Observation {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
}

impl Observation {
    fn of(element: &Element, on_resize: impl FnMut() + 'static) -> Option<Self> {
        let on_resize = Closure::<dyn FnMut()>::new(on_resize);
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _on_resize: on_resize })
    }
}

impl Drop for Observation {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Converts a scroll position or length from the browser. It is negative only while overscrolling,
/// which becomes 0.
pub(in crate::ui) fn pixels(length: i32) -> u32 {
    u32::try_from(length).unwrap_or(0)
}

/// Converts a number of rows, to be multiplied by a height in pixels.
pub(in crate::ui) fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Formats a CSS length in pixels.
pub(in crate::ui) fn px(length: u32) -> String {
    [length.to_string().as_str(), "px"].concat()
}
