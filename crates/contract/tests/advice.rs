//! Tests the advice on contact information. In doubt there is no advice.

mod support;

use partner_portal_contract::{
    Advice, BundledReferenceData, ContactField, ContactInformationInput,
    advice::{ADDRESS_FIELDS, AddressFields, differs_from_brand},
    input::{ParsedAddress, parse_addresses},
};
use support::{complete_input, production};

fn entries(input: &ContactInformationInput, field: ContactField) -> Vec<ParsedAddress> {
    let texts: &[String] = match field {
        ContactField::TechnicalEmergency => &input.technical_emergency,
        ContactField::TechnicalNonEmergency => &input.technical_non_emergency,
        ContactField::MerchantIssues => &input.merchant_issues,
        ContactField::OperationalPlatform => &input.operational_platform,
        _ => std::slice::from_ref(&input.operational_shared),
    };
    parse_addresses(texts, &BundledReferenceData)
}

/// Returns all advice on an input. Each field's advice gets only the fields that the form passes to
/// it.
fn on(input: &ContactInformationInput) -> Vec<(ContactField, Advice)> {
    let all = ADDRESS_FIELDS.map(|field| (field, entries(input, field)));
    let up_to = |count: usize| {
        AddressFields::new(all[..count].iter().map(|(field, entries)| (*field, entries.as_slice())))
    };
    let only = up_to(all.len()).only_address();
    let mut advice = Vec::new();
    for (place, field) in ADDRESS_FIELDS.into_iter().enumerate() {
        let own = up_to(place + 1).advice_on(field, only);
        advice.extend(own.into_iter().map(|advice| (field, advice)));
    }
    advice
}

fn with_emergency(addresses: &[&str]) -> ContactInformationInput {
    let technical_emergency = addresses.iter().map(ToString::to_string).collect();
    ContactInformationInput { technical_emergency, ..complete_input() }
}

fn is_personal(address: &str) -> bool {
    on(&with_emergency(&[address]))
        .iter()
        .any(|(_, advice)| matches!(advice, Advice::PersonalMailbox { .. }))
}

#[test]
fn aliases_on_the_partners_own_domain_get_no_advice() {
    assert_eq!(on(&complete_input()), []);
    assert_eq!(on(&ContactInformationInput::default()), []);
}

#[test]
fn a_personal_mailbox_for_emergencies_gets_advice() {
    for address in [
        "giulia.conti@example.com",
        "g.conti@example.com",
        "Giulia_Conti@example.com",
        "anna.nowak2@example.com",
        "mary-jane.o'neil@example.com",
        "jose.maria.ruiz@example.com",
        "giulia.conti+portal@example.com",
        "דנה.כהן@example.com",
        "anything@gmail.com",
        "gc1984@libero.it",
    ] {
        assert!(is_personal(address), "{address}");
    }
}

#[test]
fn an_input_with_advice_is_still_valid() {
    let mut input = with_emergency(&["giulia.conti@gmail.com"]);
    input.operational_shared = "giulia.conti@gmail.com".into();
    assert_eq!(on(&input).len(), 3);
    assert!(input.parse(&production(), &BundledReferenceData).is_ok());
}

#[test]
fn an_alias_is_not_mistaken_for_a_person() {
    for address in [
        "oncall@example.com",
        "on.call@example.com",
        "giulia@example.com",
        "api-team@example.com",
        "pager_duty.eu@example.com",
        "noc.europe@example.com",
        "platform.reliability@example.com",
        "data.ops@example.com",
        "emergency.contact@example.com",
        "soporte.tecnico@example.es",
        "guardia.nocturna@example.es",
        "atención.urgencias@example.es",
        "plantão.tecnico@example.com.br",
        "suporte.plataforma@example.com.br",
        "reperibilità.notturna@example.it",
        "assistenza.tecnica@example.it",
        "dyżur.nocny@example.pl",
        "wsparcie.techniczne@example.pl",
        "zespół.api@example.pl",
        "צוות.תמיכה@example.co.il",
        "מוקד.חירום@example.co.il",
        "bellavista.oncall@gmail.com",
        "bella-vista-ops@outlook.com",
        "2024.11@example.com",
        "a.b@example.com",
        "one.two.three.four@example.com",
    ] {
        assert!(!is_personal(address), "{address}");
    }
}

#[test]
fn a_second_emergency_contact_prevents_the_advice() {
    assert_eq!(on(&with_emergency(&["giulia.conti@example.com", "tomasz@example.com"])), []);
}

#[test]
fn only_emergency_and_shared_addresses_get_advice_on_their_appearance() {
    let mut input = complete_input();
    input.technical_non_emergency = vec!["giulia.conti@gmail.com".into()];
    input.operational_platform = vec!["tomasz@wp.pl".into()];
    assert_eq!(on(&input), []);
}

#[test]
fn a_free_mail_address_for_end_customers_gets_advice() {
    let mut input = complete_input();
    input.operational_shared = "support.bellavista@Gmail.COM".into();
    let advice = Advice::FreeMailDomain { domain: "gmail.com".into() };
    assert_eq!(on(&input), [(ContactField::OperationalShared, advice)]);
    input.operational_shared = "support@gmail.com.example.com".into();
    assert_eq!(on(&input), []);
}

#[test]
fn an_address_of_an_earlier_field_is_reported_in_any_spelling() {
    let mut input = complete_input();
    input.technical_emergency = vec!["oncall@exämple.com".into(), "noc@example.com".into()];
    input.merchant_issues = vec![
        "merchants@example.com".into(),
        "oncall@XN--EXMPLE-CUA.com".into(),
        " noc@EXAMPLE.com".into(),
        "no address".into(),
    ];
    input.operational_shared = "api-team@example.com".into();
    let also = |field, other, address: &str, count| {
        (field, Advice::AlsoIn { other, address: address.into(), count })
    };
    assert_eq!(
        on(&input),
        [
            also(
                ContactField::MerchantIssues,
                ContactField::TechnicalEmergency,
                "oncall@exämple.com",
                2
            ),
            also(
                ContactField::OperationalShared,
                ContactField::TechnicalNonEmergency,
                "api-team@example.com",
                1
            ),
        ]
    );
}

#[test]
fn one_address_in_all_fields_is_reported_once() {
    let one = || vec!["ops@example.com".to_owned()];
    let mut input = complete_input();
    input.technical_emergency = one();
    input.technical_non_emergency = one();
    input.operational_platform = one();
    input.operational_shared = "ops@EXAMPLE.com".into();
    input.merchant_issues = Vec::new();
    let advice = Advice::SameEverywhere { address: "ops@example.com".into() };
    let all = [(ContactField::TechnicalEmergency, advice)];
    assert_eq!(on(&input), all);
    input.merchant_issues = one();
    assert_eq!(on(&input), all);
}

#[test]
fn empty_fields_do_not_count_as_the_same_address() {
    let mut input = complete_input();
    input.technical_emergency = vec!["ops@example.com".into()];
    input.technical_non_emergency = Vec::new();
    input.merchant_issues = Vec::new();
    input.operational_shared = String::new();
    let advice = Advice::AlsoIn {
        other: ContactField::TechnicalEmergency,
        address: "ops@example.com".into(),
        count: 1,
    };
    assert_eq!(on(&input), [(ContactField::OperationalPlatform, advice)]);
}

#[test]
fn the_shared_address_differs_from_the_brand_only_if_the_addresses_differ() {
    let differs = |entered, support| differs_from_brand(entered, support, &BundledReferenceData);
    assert!(differs("other@example.com", "support@example.com"));
    assert!(differs("", "support@example.com"));
    assert!(differs("support@", "support@example.com"));
    assert!(!differs(" support@EXAMPLE.com ", "support@example.com"));
    assert!(!differs("support@exämple.com", "support@xn--exmple-cua.com"));
    assert!(!differs("other@example.com", ""));
}

#[test]
fn addresses_that_differ_only_in_case_are_reported_once() {
    let found =
        on(&with_emergency(&["Oncall@example.com", "noc@example.com", "ONCALL@example.com"]));
    let advice = Advice::CaseOnly {
        address: "Oncall@example.com".into(),
        other: "ONCALL@example.com".into(),
    };
    assert_eq!(found, [(ContactField::TechnicalEmergency, advice)]);
    assert_eq!(on(&with_emergency(&["oncall@example.com", "oncall2@example.com"])), []);
    // Equal addresses are an error, so they get no advice.
    assert_eq!(on(&with_emergency(&["oncall@example.com", "oncall@EXAMPLE.com"])), []);
}

#[test]
fn a_typographic_apostrophe_is_reported_and_a_straight_one_is_not() {
    for address in ["o’brien-oncall@example.com", "o‘brien-oncall@example.com"] {
        let advice = Advice::TypographicApostrophe { address: address.into() };
        let advice = (ContactField::TechnicalEmergency, advice);
        assert_eq!(on(&with_emergency(&[address])), [advice]);
    }
    assert_eq!(on(&with_emergency(&["o'brien-oncall@example.com"])), []);
    let mut input = complete_input();
    input.operational_shared = "o’brien-help@example.com".into();
    assert_eq!(on(&input).len(), 1, "the shared address counts, too");
}
