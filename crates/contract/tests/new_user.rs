//! Tests the input for a new user: names in every script are accepted, but not names that forge a
//! mail header or hide text.

use partner_portal_contract::{
    BundledReferenceData, FieldErrorCode,
    language::Language,
    users::{MAX_NAME_CHARACTERS, NewUserInput, PersonName, Role, UserField},
};

fn name(text: &str) -> Result<String, FieldErrorCode> {
    PersonName::parse(text, &BundledReferenceData).map(|name| name.to_string())
}

fn input() -> NewUserInput {
    NewUserInput {
        name: "Mei Ling".to_owned(),
        email: "mei.ling@example.com".to_owned(),
        role: Some(Role::Editor),
        language: Language::default(),
    }
}

fn errors(input: &NewUserInput) -> Vec<(UserField, FieldErrorCode)> {
    let roles = [Role::Administrator, Role::Editor, Role::Reader];
    let errors = input.parse(&roles, &BundledReferenceData).expect_err("something is wrong");
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

#[test]
fn a_name_in_any_script_is_kept_in_one_canonical_form() {
    for text in [
        "Zoë O’Connor-Díaz",
        "נועה בן-דוד",
        "李小龙",
        "Nguyễn Thị Hà",
        "علی\u{200C}رضا",
        "X Æ A-12",
    ] {
        assert_eq!(name(text).as_deref(), Ok(text));
    }
    assert_eq!(name("  Ann   Lee "), Ok("Ann Lee".to_owned()));
    assert_eq!(name("Zoe\u{308}"), Ok("Zoë".to_owned()));
}

#[test]
fn a_blank_name_is_missing() {
    for text in ["", "   ", "\u{3000}", "\u{200D}", " \u{200C} "] {
        assert_eq!(name(text), Err(FieldErrorCode::Required), "{text:?}");
    }
}

#[test]
fn a_name_cannot_forge_a_header_or_reorder_the_text_around_it() {
    for text in [
        "Ann\r\nBcc: all@example.com",
        "Ann\nLee",
        "Ann\tLee",
        "Ann\u{2028}Lee",
        "Ann\u{85}Lee",
        "\u{202E}nimda",
        "Ann\u{2066}Lee",
        "Ann\u{200B}Lee",
        "Ann\u{0}",
        "Ann\u{E000}",
    ] {
        assert_eq!(name(text), Err(FieldErrorCode::NameForbiddenCharacter), "{text:?}");
    }
}

#[test]
fn the_length_of_a_name_is_counted_in_characters() {
    assert!(name(&"ñ".repeat(MAX_NAME_CHARACTERS)).is_ok());
    assert_eq!(name(&"ñ".repeat(MAX_NAME_CHARACTERS + 1)), Err(FieldErrorCode::NameTooLong));
    assert_eq!(name(&"a".repeat(10_000)), Err(FieldErrorCode::NameTooLong));
}

#[test]
fn the_errors_of_all_fields_are_reported_at_once() {
    let empty = NewUserInput::default();
    assert_eq!(
        errors(&empty),
        [
            (UserField::Name, FieldErrorCode::Required),
            (UserField::Email, FieldErrorCode::EmailEmpty),
            (UserField::Role, FieldErrorCode::Required),
        ]
    );
    let wrong_address =
        NewUserInput { email: "ann@example.com\r\nBcc: b@c.de".to_owned(), ..input() };
    assert_eq!(errors(&wrong_address), [(UserField::Email, FieldErrorCode::EmailNotOneAddress)]);
}

#[test]
fn a_role_that_the_integration_type_lacks_is_rejected() {
    for role in [Role::Tester, Role::Unknown] {
        let input = NewUserInput { role: Some(role), ..input() };
        assert_eq!(errors(&input), [(UserField::Role, FieldErrorCode::RoleUnavailable)]);
    }
}

#[test]
fn only_the_four_fields_are_accepted() {
    let read = |text: &str| serde_json::from_str::<NewUserInput>(text);
    assert!(read(r#"{"name":"A","email":"a@b.cd","role":"editor"}"#).is_ok());
    for field in [r#""state":"active""#, r#""account_id":"acc_1""#, r#""capabilities":[]"#] {
        let text = format!(r#"{{"name":"A","email":"a@b.cd","role":"editor",{field}}}"#);
        assert!(read(&text).is_err(), "{field}");
    }
    assert!(read(r#"{"name":"A","email":"a@b.cd","role":"editor","language":"xx"}"#).is_err());
}

#[test]
fn a_name_cannot_put_a_link_into_a_mail() {
    for text in [
        "http://win.example",
        "HTTPS://WIN.EXAMPLE/now",
        "Ann //win",
        "You won! www.win.example",
        "WWW.win",
        "Ann win.example/prize",
        "Ann (win.example)",
        "win.example, click",
        "ann@win.example",
        "t.co/x",
        "BIT.LY",
        "win。example",
        "win.xn--p1ai",
        "приз.рф",
        "Dr.Smith",
        "T.Co/AbC1",
        "Ann@T.Co",
        "X.Com",
    ] {
        assert_eq!(name(text), Err(FieldErrorCode::NameHasLink), "{text:?}");
    }
}

#[test]
fn initials_titles_and_abbreviations_are_not_links() {
    for text in [
        "J. R. R. Tolkien",
        "J.R.R.Tolkien",
        "J.Tolkien",
        "א.ב.יהושע",
        "Dr. Ann Lee",
        "Ann Lee, Ph.D.",
        "St. John O’Hara Jr.",
        "Agent 1.5",
        "Support 24/7",
        "Ann...",
    ] {
        assert_eq!(name(text).as_deref(), Ok(text));
    }
}
