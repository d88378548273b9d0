//! Views whose code the first view can do without: it comes in a chunk of its own, beside the
//! app's. Knows no product.
//!
//! A chunk begins at a `chunk!`, which hands out the functions that build its views.

use std::{future::Future, pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local, wasm_split::SplitLoaderError};

use crate::{
    i18n::{Text, t},
    ui::{Button, Notice, NoticeKind, Skeleton},
};

/// Builds the view, once its code is there.
pub type Build = Rc<dyn Fn() -> AnyView>;
/// A chunk on its way.
pub type Loading = Pin<Box<dyn Future<Output = Result<Build, SplitLoaderError>>>>;

#[derive(Clone)]
enum Chunk {
    Loading,
    Ready(Build),
    Failed,
}

/// A skeleton of `lines` lines until `load` has brought the code, then the view; a notice with
/// *Retry* when it cannot be fetched.
pub fn deferred(lines: usize, load: impl Fn() -> Loading + 'static) -> AnyView {
    deferred_view(lines, Rc::new(load))
}

fn deferred_view(lines: usize, load: Rc<dyn Fn() -> Loading>) -> AnyView {
    let chunk = RwSignal::new_local(Chunk::Loading);
    let load = StoredValue::new_local(load);
    let fetch = move || {
        chunk.set(Chunk::Loading);
        let loading = load.with_value(|load| load());
        spawn_local(async move {
            // The view may have gone meanwhile.
            let _ = chunk.try_set(loading.await.map_or(Chunk::Failed, Chunk::Ready));
        });
    };
    fetch();
    let view = move || match chunk.get() {
        Chunk::Loading => skeleton(lines),
        Chunk::Ready(build) => untrack(|| build()),
        Chunk::Failed => load_failed(Callback::new(move |()| fetch())),
    };
    view.into_any()
}

/// In place of what is on its way.
pub fn skeleton(lines: usize) -> AnyView {
    view! { <Skeleton lines label=t(Text::Loading) /> }.into_any()
}

/// In place of what could not be fetched.
pub fn load_failed(retry: Callback<()>) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
            <Button on_press=retry>{t(Text::Retry)}</Button>
        </Notice>
    }
    .into_any()
}
