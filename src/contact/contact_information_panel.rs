//! Loads the contact information and shows it: as a form to those who may edit, in words to others.

use leptos::prelude::*;

use super::{
    contact_information_form::ContactInformationForm,
    reader_views::{deferred_requirements, deferred_summary},
    state::ContactFormState,
};
use crate::{
    api::ApiError,
    i18n::{Text, t},
    session::use_session,
    ui::{Button, Notice, NoticeKind, Skeleton},
};

/// The contact information, in all the states that a read can have.
#[component]
pub fn ContactInformationPanel(state: ContactFormState) -> impl IntoView {
    let session = use_session();
    let revision = Memo::new(move |_| session.completion().map(|completion| completion.revision));
    let read = LocalResource::new(move || {
        let account = session.account_id();
        // Somebody else's save is taken over as soon as it is known, unless it would cost text.
        revision.track();
        async move {
            let api = session.api.get_value();
            let document = api.contact_information(&account).await?;
            let account = api.account(&account).await?;
            Ok::<_, ApiError>((document, account.default_brand.support_email))
        }
    });
    Effect::new(move |_| {
        if let Some(Ok((document, support_address))) = read.get() {
            state.load(document, &support_address);
        }
    });
    let has_failed = Memo::new(move |_| !state.is_loaded() && matches!(read.get(), Some(Err(_))));
    let can_edit = Memo::new(move |_| session.completion().is_some_and(|it| it.can_edit));
    let is_locked = Memo::new(move |_| session.completion().is_some_and(|it| !it.complete));
    let is_loaded = Memo::new(move |_| state.is_loaded());
    move || match (is_loaded.get(), can_edit.get()) {
        (true, true) => view! { <ContactInformationForm state /> }.into_any(),
        (true, false) if is_locked.get() => deferred_requirements(),
        (true, false) => deferred_summary(state),
        (false, _) if has_failed.get() => view! {
            <Notice kind=NoticeKind::Danger title=t(Text::LoadFailed)>
                <Button on_press=Callback::new(move |()| read.refetch())>{t(Text::Retry)}</Button>
            </Notice>
        }
        .into_any(),
        (false, _) => view! { <Skeleton lines=8 label=t(Text::Loading) /> }.into_any(),
    }
}
