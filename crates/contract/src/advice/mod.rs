//! Advice on contact information that is right by the rules and could still fail when it is
//! needed. It never holds anything back: the backend does not know it.
//!
//! Plain functions of what somebody typed. Entries that are no addresses are the rules' business
//! and are passed over.

mod free_mail;
mod mailbox;

use std::collections::BTreeMap;

use crate::{ContactField, ContactInformationDraft, EmailAddress, ReferenceData};
use free_mail::is_free_mail;
use mailbox::is_personal;

/// One piece of advice on one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The field below which it is shown.
    pub field: ContactField,
    /// What could be better.
    pub kind: AdviceKind,
}

/// What could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdviceKind {
    /// The only contact for technical emergencies is one person's mailbox: nobody is woken while
    /// that person is away. Mailboxes count as personal when their domain is one where anybody can
    /// have one, or when they are written like `given.family`, unless a word such as `oncall`,
    /// `noc` or `support`, in any of the portal's languages, says that they are an alias.
    PersonalMailbox {
        /// The mailbox.
        address: String,
    },
    /// The address that end customers see is on a domain where anybody can have a mailbox.
    FreeMailDomain {
        /// The domain.
        domain: String,
    },
    /// Every address field holds this address and no other: when it fails, nobody is reached.
    SameEverywhere {
        /// The address.
        address: String,
    },
    /// Addresses of this field are in an earlier one, too.
    AlsoIn {
        /// The earlier field: the first that holds one of them.
        other: ContactField,
        /// The first address that is in both.
        address: String,
        /// How many are in both; at least 1.
        count: usize,
    },
    /// Two addresses of this field differ in upper and lower case only. Nearly every mail server
    /// delivers both to one mailbox.
    CaseOnly {
        /// The earlier address.
        address: String,
        /// The later one.
        other: String,
    },
    /// An address has an apostrophe as word processors set it. Mailboxes have the straight one.
    TypographicApostrophe {
        /// The address.
        address: String,
    },
}

impl Advice {
    /// All advice on a draft, in the order of the fields.
    pub fn on(draft: &ContactInformationDraft, reference: &dyn ReferenceData) -> Vec<Self> {
        let fields = AddressFields::of(draft, reference);
        let mut advice = Vec::new();
        let same = fields.only_address();
        if let Some(address) = same {
            let address = address.to_string();
            let kind = AdviceKind::SameEverywhere { address };
            advice.push(Self { field: ContactField::TechnicalEmergency, kind });
        }
        for (field, addresses) in &fields.0 {
            let own = match (field, addresses.as_slice()) {
                (ContactField::TechnicalEmergency, [only]) if is_personal(only) => {
                    Some(AdviceKind::PersonalMailbox { address: only.to_string() })
                }
                (ContactField::OperationalShared, [shared]) if is_free_mail(shared) => {
                    Some(AdviceKind::FreeMailDomain { domain: shared.domain().to_owned() })
                }
                _ => None,
            };
            advice.extend(own.map(|kind| Self { field: *field, kind }));
            // That one address is everywhere says it already.
            if same.is_none() {
                advice.extend(fields.also_in(*field).map(|kind| Self { field: *field, kind }));
            }
            let written = [case_only(addresses), typographic_apostrophe(addresses)];
            advice.extend(written.into_iter().flatten().map(|kind| Self { field: *field, kind }));
        }
        advice
    }
}

/// Whether `entered` is another address than `support_address`, the default brand's. Something
/// that is no address differs from every address; when the brand has none, nothing differs.
pub fn differs_from_brand(
    entered: &str,
    support_address: &str,
    reference: &dyn ReferenceData,
) -> bool {
    EmailAddress::parse(support_address, reference)
        .is_ok_and(|support| EmailAddress::parse(entered, reference) != Ok(support))
}

fn case_only(addresses: &[EmailAddress]) -> Option<AdviceKind> {
    let mut seen: BTreeMap<String, &EmailAddress> = BTreeMap::new();
    addresses.iter().find_map(|other| {
        let address = *seen.entry(other.as_str().to_lowercase()).or_insert(other);
        (address != other).then(|| AdviceKind::CaseOnly {
            address: address.to_string(),
            other: other.to_string(),
        })
    })
}

fn typographic_apostrophe(addresses: &[EmailAddress]) -> Option<AdviceKind> {
    let address = addresses.iter().find(|it| it.local_part().contains(['’', '‘', 'ʼ']))?;
    Some(AdviceKind::TypographicApostrophe { address: address.to_string() })
}

/// The addresses of each field that holds addresses, in display order.
struct AddressFields(Vec<(ContactField, Vec<EmailAddress>)>);

impl AddressFields {
    fn of(draft: &ContactInformationDraft, reference: &dyn ReferenceData) -> Self {
        let shared = std::slice::from_ref(&draft.operational_shared);
        let fields: [(_, &[String]); 5] = [
            (ContactField::TechnicalEmergency, &draft.technical_emergency),
            (ContactField::TechnicalNonEmergency, &draft.technical_non_emergency),
            (ContactField::MerchantIssues, &draft.merchant_issues),
            (ContactField::OperationalPlatform, &draft.operational_platform),
            (ContactField::OperationalShared, shared),
        ];
        let parse = |text: &String| EmailAddress::parse(text, reference).ok();
        let parsed =
            |(field, texts): (_, &[String])| (field, texts.iter().filter_map(parse).collect());
        Self(fields.into_iter().map(parsed).collect())
    }

    /// The one address that is all there is. Contacts for merchant issues may be missing; as long
    /// as another field is empty, its answer is still to come.
    fn only_address(&self) -> Option<&EmailAddress> {
        let filled_in = |(field, addresses): &&(ContactField, Vec<EmailAddress>)| {
            *field != ContactField::MerchantIssues || !addresses.is_empty()
        };
        let mut lists = self.0.iter().filter(filled_in).map(|(_, addresses)| addresses.as_slice());
        let [only] = lists.next()? else { return None };
        lists.all(|list| list == std::slice::from_ref(only)).then_some(only)
    }

    /// What a field has in common with the earlier ones.
    fn also_in(&self, field: ContactField) -> Option<AdviceKind> {
        let mut first_field = BTreeMap::new();
        let (earlier, later): (Vec<_>, Vec<_>) = self.0.iter().partition(|(it, _)| *it < field);
        for (other, addresses) in earlier {
            for address in addresses {
                first_field.entry(address).or_insert(*other);
            }
        }
        let (_, own) = later.first()?;
        let (other, address) =
            own.iter().find_map(|address| Some((*first_field.get(address)?, address)))?;
        let count = own.iter().filter(|address| first_field.get(address) == Some(&other)).count();
        Some(AdviceKind::AlsoIn { other, address: address.to_string(), count })
    }
}
