//! Renders the first view of the modal without a browser, so that the loader can draw it before the
//! code has loaded. `crates/first_view` writes it to files.
//!
//! The app's own components render it. Each value that only the backend or the browser knows is a
//! slot in double braces, which the loader fills.

use std::rc::Rc;

use leptos::prelude::*;
use partner_portal_contract::{
    Completion, ContactField, ContactInformationInput, Environment, FieldRule, Requirement,
    RequirementState,
    contact_information::ContactInformationDocument,
    language::Language,
    session::{Platform, Session, SessionAccount, SessionUser},
    users::Role,
};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    config::{Chrome, Config, provide_config, use_config},
    contact::{ContactFormState, RequiredInformationModal},
    i18n::{Cities, Formats, Messages, MessagesLoader, Text, provide_i18n, slot},
    navigation::Navigation,
    session::provide_fixed_session,
};

/// Returns the modal's HTML for an account without contact information, for a user who may edit it.
/// `sentence` returns the sentence with a key of the language's file.
///
/// The calling executor must not run tasks, because effects need a browser.
pub fn render(
    language: Language,
    environment: Environment,
    sentence: impl Fn(&str) -> String,
) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let sentences = Text::ALL.iter().map(|text| sentence(text.key())).collect();
        provide_i18n(
            language,
            Messages::fixed(sentences),
            MessagesLoader::new(JsValue::UNDEFINED.unchecked_into()),
            Formats::absent(),
            Cities::new(JsValue::UNDEFINED.unchecked_into()),
        );
        provide_config(Config {
            base_path: String::new(),
            chrome: Chrome::None,
            account_id: None,
            environment: Environment::default(),
            dispatch: SendWrapper::new(Rc::new(|_| true)),
            on_navigate: None,
        });
        let navigation = Navigation::fixed(use_config(), slot("here"));
        let session = provide_fixed_session(session(), completion(environment), navigation);
        let state = ContactFormState::new(session);
        state.load(document(), "");
        untrack(|| view! { <RequiredInformationModal state /> }.to_html())
    });
    // Dropping the owner would drop values that need a browser.
    std::mem::forget(owner);
    html
}

fn session() -> Session {
    let (name, support_url, help_url) = (slot("platform"), slot("support"), slot("help"));
    let account = SessionAccount {
        id: "account".to_owned(),
        name: slot("account"),
        role: Role::Editor,
        capabilities: Vec::new(),
        support_url: support_url.clone(),
        help_url: help_url.clone(),
    };
    let user = SessionUser { id: String::new(), name: slot("user"), email: String::new() };
    let platform = Platform { name, support_url, help_url };
    Session { user, accounts: vec![account], invitations: Vec::new(), platform }
}

fn completion(environment: Environment) -> Completion {
    let requirement = |field| Requirement {
        field,
        rule: FieldRule::Required,
        state: match (field, environment) {
            (ContactField::AlertContacts, Environment::Sandbox) => RequirementState::Deferred,
            _ => RequirementState::Missing,
        },
        reason: None,
    };
    Completion {
        version: String::new(),
        complete: false,
        revision: 0,
        environment,
        requirements: ContactField::ALL.map(requirement).into(),
        role: Role::Editor,
        can_edit: true,
        editors: Vec::new(),
    }
}

fn document() -> ContactInformationDocument {
    ContactInformationDocument {
        contact_information: ContactInformationInput::default(),
        alert_contact_users: Vec::new(),
        revision: 0,
        updated_by: None,
        updated_at: None,
    }
}
