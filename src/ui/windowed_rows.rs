//! A list of which only the rows in view exist.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use crate::ui::visible_range::visible_range;

/// Rows rendered beyond the view, on each side.
const OVERSCAN: usize = 6;

/// A table in a scrolling container, with rows of one height.
///
/// The container is a `role="table"`; its `children` are the header (`role="row"` with
/// `role="columnheader"` cells), which stays at the top; `render` gives one `role="row"` by
/// index with `aria-rowindex` from 2 on. A row is rendered once per index while in view, so
/// `render` reads what can change through signals.
#[component]
pub fn WindowedRows(
    /// Height of each row in CSS pixels.
    row_height: u32,
    /// Height of each row where rows are drawn as cards; see `narrow`.
    #[prop(optional)]
    narrow_row_height: Option<u32>,
    /// Container widths below this many CSS pixels use `narrow_row_height`.
    #[prop(default = 640)]
    narrow_below: u32,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// How many rows there will be once all are loaded, when it differs.
    #[prop(optional, into)]
    total: Signal<Option<usize>>,
    /// Renders the row of an index.
    #[prop(into)]
    render: Callback<usize, AnyView>,
    /// Called when the last rows come into view, again after each growth of `count`.
    #[prop(optional, into)]
    on_near_end: Option<Callback<()>>,
    /// A change of what it reads means that another list follows, which is seen from its top.
    #[prop(optional, into)]
    another_list: Option<Signal<()>>,
    /// Names the table.
    #[prop(into)]
    label: Signal<String>,
    /// The header row.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let scroller = NodeRef::<Div>::new();
    let scroll_top = RwSignal::new(0_u32);
    // Before the first measure: enough rows to fill most screens.
    let size = RwSignal::new((u32::MAX, 600_u32));
    let measure = move || {
        if let Some(scroller) = scroller.get_untracked() {
            let measured = (pixels(scroller.client_width()), pixels(scroller.client_height()));
            // A hidden tab panel measures nothing; what was measured before stays true.
            if measured.0 > 0 && measured != size.get_untracked() {
                size.set(measured);
            }
        }
    };
    let observation = StoredValue::new_local(None::<Observation>);
    Effect::new(move || {
        if let Some(scroller) = scroller.get() {
            measure();
            observation.set_value(Observation::of(&scroller, measure));
        }
    });

    let height = Memo::new(move |_| match narrow_row_height {
        Some(narrow) if size.get().0 < narrow_below => narrow,
        _ => row_height,
    });
    let range = Memo::new(move |_| {
        visible_range(scroll_top.get(), size.get().1, height.get(), count.get(), OVERSCAN)
    });
    if let Some(on_near_end) = on_near_end {
        Effect::new(move || {
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
    let total_height = move || px(height.get().saturating_mul(as_u32(count.get())));
    let offset = move || {
        let top = height.get().saturating_mul(as_u32(range.get().start));
        ["translateY(", &px(top), ")"].concat()
    };
    view! {
        <div
            node_ref=scroller
            class="windowed-rows"
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
                        <div class="windowed-head" role="rowgroup">
                            {children()}
                        </div>
                    }
                })}
            <div class="windowed-body" role="rowgroup" style:block-size=total_height>
                <div class="windowed-slice" role="presentation" style:transform=offset>
                    <For
                        each=move || range.get()
                        key=|index| *index
                        children=move |index| render.run(index)
                    />
                </div>
            </div>
        </div>
    }
}

/// Reports changes of an element's size until it is dropped.
struct Observation {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
}

impl Observation {
    fn of(element: &web_sys::Element, on_resize: impl FnMut() + 'static) -> Option<Self> {
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

/// A length as the browser reports it; it is negative only while overscrolling.
pub(in crate::ui) fn pixels(length: i32) -> u32 {
    u32::try_from(length).unwrap_or(0)
}

/// A count of rows as a factor of pixels.
pub(in crate::ui) fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A CSS length.
pub(in crate::ui) fn px(length: u32) -> String {
    [length.to_string().as_str(), "px"].concat()
}
