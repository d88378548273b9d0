//! Advice on contact information that is right by the rules and could still fail when it is
//! needed. It never holds anything back: the backend does not know it.
//!
//! Plain functions of what somebody typed. Entries that are no addresses are the rules' business
//! and are passed over.

mod free_mail;
mod mailbox;

use std::collections::BTreeMap;

use crate::{ContactField, EmailAddress, ReferenceData, draft::ParsedAddress};
use free_mail::is_free_mail;
use mailbox::is_personal;

/// A piece of advice on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
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

/// The fields that hold addresses, in display order.
pub const ADDRESS_FIELDS: [ContactField; 5] = [
    ContactField::TechnicalEmergency,
    ContactField::TechnicalNonEmergency,
    ContactField::MerchantIssues,
    ContactField::OperationalPlatform,
    ContactField::OperationalShared,
];

/// The addresses of some of [`ADDRESS_FIELDS`], in display order.
pub struct AddressFields<'a>(Vec<(ContactField, Vec<&'a EmailAddress>)>);

impl<'a> AddressFields<'a> {
    /// Takes the addresses out of each field's entries.
    pub fn new(fields: impl IntoIterator<Item = (ContactField, &'a [ParsedAddress])>) -> Self {
        let addresses = |(field, entries): (_, &'a [ParsedAddress])| {
            (field, entries.iter().filter_map(|entry| entry.as_ref().ok()).collect())
        };
        Self(fields.into_iter().map(addresses).collect())
    }

    /// Returns the one address that all of the fields hold and nothing else. Contacts for merchant
    /// issues may be missing; as long as another field is empty, its answer is still to come.
    pub fn only_address(&self) -> Option<&'a EmailAddress> {
        let filled_in = |(field, addresses): &&(ContactField, Vec<&EmailAddress>)| {
            *field != ContactField::MerchantIssues || !addresses.is_empty()
        };
        let mut lists = self.0.iter().filter(filled_in).map(|(_, addresses)| addresses.as_slice());
        let [only] = lists.next()? else { return None };
        lists.all(|list| list == [*only]).then_some(*only)
    }

    /// Returns the advice on a field, which reads it and the fields before it. `only` is the
    /// [`only_address`](Self::only_address) of all fields.
    pub fn advice_on(&self, field: ContactField, only: Option<&EmailAddress>) -> Vec<Advice> {
        let own = self.0.iter().find(|(it, _)| *it == field);
        let own = own.map(|(_, addresses)| addresses.as_slice()).unwrap_or_default();
        let same = only.filter(|_| field == ContactField::TechnicalEmergency);
        // That one address is everywhere says it already.
        let also_in = if only.is_none() { self.also_in(field, own) } else { None };
        let advice = [
            same.map(|address| Advice::SameEverywhere { address: address.to_string() }),
            by_looks(field, own),
            also_in,
            case_only(own),
            typographic_apostrophe(own),
        ];
        advice.into_iter().flatten().collect()
    }

    /// Returns the advice on addresses that an earlier field has, too.
    fn also_in(&self, field: ContactField, own: &[&EmailAddress]) -> Option<Advice> {
        let mut first_field = BTreeMap::new();
        for (other, addresses) in self.0.iter().filter(|(it, _)| *it < field) {
            for address in addresses {
                first_field.entry(*address).or_insert(*other);
            }
        }
        let (other, address) =
            own.iter().find_map(|address| Some((*first_field.get(address)?, address)))?;
        let count = own.iter().filter(|address| first_field.get(*address) == Some(&other)).count();
        Some(Advice::AlsoIn { other, address: address.to_string(), count })
    }
}

/// Returns the advice on how the only address of a field looks.
fn by_looks(field: ContactField, addresses: &[&EmailAddress]) -> Option<Advice> {
    match (field, addresses) {
        (ContactField::TechnicalEmergency, [only]) if is_personal(only) => {
            Some(Advice::PersonalMailbox { address: only.to_string() })
        }
        (ContactField::OperationalShared, [shared]) if is_free_mail(shared) => {
            Some(Advice::FreeMailDomain { domain: shared.domain().to_owned() })
        }
        _ => None,
    }
}

fn case_only(addresses: &[&EmailAddress]) -> Option<Advice> {
    let mut seen = BTreeMap::new();
    addresses.iter().find_map(|other| {
        let address: &EmailAddress = seen.entry(other.as_str().to_lowercase()).or_insert(*other);
        (address != *other)
            .then(|| Advice::CaseOnly { address: address.to_string(), other: other.to_string() })
    })
}

fn typographic_apostrophe(addresses: &[&EmailAddress]) -> Option<Advice> {
    let address = addresses.iter().find(|it| it.local_part().contains(['’', '‘', 'ʼ']))?;
    Some(Advice::TypographicApostrophe { address: address.to_string() })
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
