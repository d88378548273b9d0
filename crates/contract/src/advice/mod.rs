//! Gives advice on contact information that is valid but could fail when it is needed. Advice never
//! blocks a save, and the backend does not know it.
//!
//! The functions are pure and take the input as typed. Entries that are not addresses are skipped,
//! because validation reports them.

mod free_mail;
mod mailbox;

use std::collections::BTreeMap;

use crate::{ContactField, EmailAddress, ReferenceData, input::ParsedAddress};
use free_mail::is_free_mail;
use mailbox::is_personal;

/// A piece of advice on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The only contact for technical emergencies is one person's mailbox, so an alert is missed
    /// while that person is away. A mailbox counts as personal if it belongs to a public mail
    /// provider or is written like `given.family`, unless a word such as `oncall`, `noc` or
    /// `support`, in any of the portal's languages, marks it as an alias.
    PersonalMailbox {
        /// The mailbox.
        address: String,
    },
    /// The address that end customers see belongs to a public mail provider.
    FreeMailDomain {
        /// The provider's domain.
        domain: String,
    },
    /// All address fields contain this address and no other. If it fails, no contact can be
    /// reached.
    SameEverywhere {
        /// The address.
        address: String,
    },
    /// Some addresses of this field are also in an earlier field.
    AlsoIn {
        /// The earlier field: the first that contains one of them.
        other: ContactField,
        /// The first address that is in both.
        address: String,
        /// The number of addresses in both; at least 1.
        count: usize,
    },
    /// Two addresses of this field differ only in upper and lower case. Nearly all mail servers
    /// deliver both to the same mailbox.
    CaseOnly {
        /// The earlier address.
        address: String,
        /// The later address.
        other: String,
    },
    /// An address contains a typographic apostrophe, as word processors insert it. Mailbox names
    /// use the straight one.
    TypographicApostrophe {
        /// The address.
        address: String,
    },
}

/// The fields that contain addresses, in display order.
pub const ADDRESS_FIELDS: [ContactField; 5] = [
    ContactField::TechnicalEmergency,
    ContactField::TechnicalNonEmergency,
    ContactField::MerchantIssues,
    ContactField::OperationalPlatform,
    ContactField::OperationalShared,
];

/// The valid addresses of some of [`ADDRESS_FIELDS`], in display order.
pub struct AddressFields<'a>(Vec<(ContactField, Vec<&'a EmailAddress>)>);

impl<'a> AddressFields<'a> {
    /// Collects the valid addresses of each field's entries.
    pub fn new(fields: impl IntoIterator<Item = (ContactField, &'a [ParsedAddress])>) -> Self {
        let addresses = |(field, entries): (_, &'a [ParsedAddress])| {
            (field, entries.iter().filter_map(|entry| entry.as_ref().ok()).collect())
        };
        Self(fields.into_iter().map(addresses).collect())
    }

    /// Returns the address that is the only one in all of these fields, if there is one. Merchant
    /// issues may be empty; any other empty field means that the form is not filled in yet, so the
    /// result is `None`.
    pub fn only_address(&self) -> Option<&'a EmailAddress> {
        let filled_in = |(field, addresses): &&(ContactField, Vec<&EmailAddress>)| {
            *field != ContactField::MerchantIssues || !addresses.is_empty()
        };
        let mut lists = self.0.iter().filter(filled_in).map(|(_, addresses)| addresses.as_slice());
        let [only] = lists.next()? else { return None };
        lists.all(|list| list == [*only]).then_some(*only)
    }

    /// Returns the advice on a field. It depends on that field and the fields before it. `only` is
    /// the [`only_address`](Self::only_address) of all fields.
    pub fn advice_on(&self, field: ContactField, only: Option<&EmailAddress>) -> Vec<Advice> {
        let own = self.0.iter().find(|(it, _)| *it == field);
        let own = own.map(|(_, addresses)| addresses.as_slice()).unwrap_or_default();
        let same = only.filter(|_| field == ContactField::TechnicalEmergency);
        // `SameEverywhere` already covers these duplicates.
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

    /// Returns the advice on addresses that are also in an earlier field.
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

/// Returns the advice on the appearance of a field's only address.
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

/// Returns true if `entered` is not the default brand's `support_address`. Text that is not an
/// address differs from every address. If the brand has no valid address, the result is `false`.
pub fn differs_from_brand(
    entered: &str,
    support_address: &str,
    reference: &dyn ReferenceData,
) -> bool {
    EmailAddress::parse(support_address, reference)
        .is_ok_and(|support| EmailAddress::parse(entered, reference) != Ok(support))
}
