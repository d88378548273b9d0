//! The fields for the name, e-mail address, role and language of a new user.

use leptos::prelude::*;
use partner_portal_contract::{
    FieldErrorCode,
    language::Language,
    users::{Role, UserField},
};

use super::new_user_form::NewUserForm;
use crate::{
    i18n::{Text, field_error_sentence, t, use_i18n},
    ui::{FieldShell, Select, TextInput, described_by},
    users::role_choice::RoleChoice,
};

const NAME_ID: &str = "new-user-name";
const EMAIL_ID: &str = "new-user-email";
const ROLE_ID: &str = "new-user-role";
const LANGUAGE_ID: &str = "new-user-language";

/// Returns the id of a field's control.
pub const fn control_id(field: UserField) -> &'static str {
    match field {
        UserField::Name | UserField::Unknown => NAME_ID,
        UserField::Email => EMAIL_ID,
        UserField::Role => ROLE_ID,
    }
}

/// The four fields, one below the other.
#[component]
pub fn NewUserFields(form: NewUserForm, #[prop(into)] roles: Signal<Vec<Role>>) -> impl IntoView {
    let i18n = use_i18n();
    let input = form.input;
    let error = move |field: UserField| {
        Signal::derive(move || {
            Some(match (field, form.error(field)?) {
                (UserField::Role, FieldErrorCode::Required) => i18n.text(Text::ErrorRoleRequired),
                (_, FieldErrorCode::Required) => i18n.text(Text::ErrorNameRequired),
                (_, code) => field_error_sentence(i18n, code, &[]),
            })
        })
    };
    let [name_error, email_error, role_error] =
        [UserField::Name, UserField::Email, UserField::Role].map(error);
    let languages = Signal::derive(move || {
        let option =
            |language: Language| (language.tag().to_owned(), language.native_name().to_owned());
        Language::ALL.map(option).to_vec()
    });
    let language = Signal::derive(move || input.with(|it| it.language.tag().to_owned()));
    let choose_language = move |tag: String| {
        input.update(|it| it.language = Language::parse(&tag).unwrap_or_default());
    };
    let required = Signal::derive(move || Some(i18n.text(Text::Required)));
    view! {
        <div class="stack">
            <FieldShell id=NAME_ID label=t(Text::Name) required error=name_error>
                <TextInput
                    id=NAME_ID
                    value=Signal::derive(move || input.with(|it| it.name.clone()))
                    on_input=Callback::new(move |name| input.update(|it| it.name = name))
                    required=true
                    invalid=Signal::derive(move || name_error.with(Option::is_some))
                    described_by=Signal::derive(move || described_by(
                        NAME_ID,
                        false,
                        name_error.with(Option::is_some),
                    ))
                    attr:data-autofocus=true
                />
            </FieldShell>
            <FieldShell
                id=EMAIL_ID
                label=t(Text::EmailAddress)
                required
                hint=Signal::derive(move || Some(i18n.text(Text::EmailAddressHint)))
                error=email_error
            >
                <TextInput
                    id=EMAIL_ID
                    value=Signal::derive(move || input.with(|it| it.email.clone()))
                    on_input=Callback::new(move |email| input.update(|it| it.email = email))
                    required=true
                    invalid=Signal::derive(move || email_error.with(Option::is_some))
                    described_by=Signal::derive(move || described_by(
                        EMAIL_ID,
                        true,
                        email_error.with(Option::is_some),
                    ))
                    inputmode="email"
                    ltr=true
                />
            </FieldShell>
            <RoleChoice
                id=ROLE_ID
                roles
                chosen=Signal::derive(move || input.with(|it| it.role))
                on_choose=Callback::new(move |role| input.update(|it| it.role = Some(role)))
                error=role_error
            />
            <FieldShell id=LANGUAGE_ID label=t(Text::InvitationLanguage)>
                <Select
                    id=LANGUAGE_ID
                    options=languages
                    value=language
                    in_own_languages=true
                    on_change=Callback::new(choose_language)
                />
            </FieldShell>
        </div>
    }
}
