//! Shows the modal that requires the contact information and cannot be dismissed.
//!
//! The dialog pattern of the ARIA Authoring Practices recommends a visible button that closes the
//! dialog. A mandatory dialog deliberately has none. Its header offers other exits: support, help,
//! another environment or account, *Sign out*.

use leptos::{html, prelude::*};

use super::modal_header::ModalHeader;
use crate::{
    browser::saves_data,
    contact::{
        form::{ContactInformationPanel, DocumentReading, FormFooter, read_document},
        state::ContactFormState,
    },
    i18n::{I18n, Text, number, t, use_i18n},
    reactive::{effect, memo},
    session::{AccessNotice, use_session},
    ui::{Direction, MandatoryDialog, Tab, TabPanel, Tabs, when_calm},
    users::deferred_users_panel,
};

const TITLE_ID: &str = "required-information-title";
const CONTACT_INFORMATION_TAB: &str = "contact-information";
const USERS_TAB: &str = "users";

/// Returns the direction in which the arrow keys move between tabs.
fn reading_direction(i18n: I18n) -> Direction {
    if i18n.language().is_right_to_left() { Direction::Rtl } else { Direction::Ltr }
}

/// Shows *Required information* with the tabs *Contact information* and *Users*.
#[component]
pub fn RequiredInformationModal(state: ContactFormState) -> impl IntoView {
    let reading = read_document(state);
    // The loader's first view stays until the form can replace it.
    let is_ready = when_calm(move || state.is_loaded() || reading.has_failed.get());
    move || is_ready.get().then(|| view! { <ModalContent state reading /> })
}

#[component]
fn ModalContent(state: ContactFormState, reading: DocumentReading) -> impl IntoView {
    let i18n = use_i18n();
    let session = use_session();
    let selected = RwSignal::new(CONTACT_INFORMATION_TAB);
    let can_edit = memo(move || session.completion().is_some_and(|completion| completion.can_edit));
    let errors = Memo::new(move |_| {
        if state.shown.is_submitted() { state.checks.all_errors.with(Vec::len) } else { 0 }
    });
    let count = Signal::derive(move || {
        let count = errors.get();
        (count > 0).then(|| (number(i18n, count), i18n.plural(Text::Errors, count, &[])))
    });
    let tabs = vec![
        Tab { id: CONTACT_INFORMATION_TAB, label: t(Text::ContactInformation), count },
        Tab { id: USERS_TAB, label: t(Text::Users), count: Signal::stored(None) },
    ];
    let is_approached = RwSignal::new(false);
    let approach = move |id| {
        if id == USERS_TAB && !saves_data() {
            is_approached.set(true);
        }
    };
    let body = NodeRef::<html::Div>::new();
    let select = move |id| {
        selected.set(id);
        // The panels share one scroll container, so it returns to the top.
        if let Some(body) = body.get_untracked() {
            body.set_scroll_top(0);
        }
    };
    // Shows the form's tab, because it contains the error summary.
    effect(move || {
        if state.shown.blocked_submits() > 0 {
            selected.set(CONTACT_INFORMATION_TAB);
        }
    });
    view! {
        <MandatoryDialog title_id=TITLE_ID>
            <ModalHeader title_id=TITLE_ID>
                <Tabs
                    label=t(Text::RequiredInformation)
                    tabs
                    selected=selected
                    on_select=Callback::new(select)
                    on_approach=Callback::new(approach)
                    direction=Signal::derive(move || reading_direction(i18n))
                />
            </ModalHeader>
            <div class="dialog-body" node_ref=body>
                <AccessNotice />
                <TabPanel id=CONTACT_INFORMATION_TAB selected=selected>
                    <p class="page-lead">{t(Text::RequiredInformationLead)}</p>
                    <ContactInformationPanel state reading />
                </TabPanel>
                <TabPanel id=USERS_TAB selected=selected>
                    <p class="page-lead">{t(Text::UsersTabLead)}</p>
                    {deferred_users_panel(move || is_approached.get() || selected.get() == USERS_TAB)}
                </TabPanel>
            </div>
            {move || {
                can_edit.get().then(|| {
                    view! {
                        <footer class="dialog-footer">
                            <FormFooter state label=Text::Submit />
                        </footer>
                    }
                })
            }}
        </MandatoryDialog>
    }
}
