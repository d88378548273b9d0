//! Shows views whose code the first view does not need. The code is in a lazy chunk beside the
//! app's. Knows nothing of the product.
//!
//! A chunk begins at a `chunk!`, which returns the functions that build its views.

use std::{future::Future, pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local, wasm_split::SplitLoaderError};

use crate::{
    i18n::{Text, t},
    ui::{Button, Notice, NoticeKind, Skeleton},
};

/// Builds the view once its code has loaded.
pub type Build = Rc<dyn Fn() -> AnyView>;
/// A chunk that is loading.
pub type Loading = Pin<Box<dyn Future<Output = Result<Build, SplitLoaderError>>>>;

#[derive(Clone)]
enum Chunk {
    Loading,
    Ready(Build),
    Failed,
}

/// Shows a skeleton of `lines` lines until `load` has fetched the code, then the view. If the fetch
/// fails, shows a notice with *Retry*.
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
            // The view may have been removed in the meantime.
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

/// Shows a placeholder of `lines` lines while content loads.
pub fn skeleton(lines: usize) -> AnyView {
    view! { <Skeleton lines label=t(Text::Loading) /> }.into_any()
}

/// Shows that content could not be fetched, with *Retry*.
pub fn load_failed(retry: Callback<()>) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
            <Button on_press=retry>{t(Text::Retry)}</Button>
        </Notice>
    }
    .into_any()
}
