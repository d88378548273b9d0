//! The reference data by which the contract checks values.

use js_sys::JsString;
use partner_portal_contract::{ReferenceData, reference_data::Domain};

use super::module::Tables;

impl ReferenceData for Tables {
    fn time_zone(&self, name: &str) -> Option<String> {
        self.call("time_zone", name)
    }

    fn domain(&self, domain: &str) -> Option<Domain> {
        let answer = self.call("domain", domain)?;
        let (unicode, ascii) = answer.split_once('\n')?;
        Some(Domain { unicode: unicode.to_owned(), ascii: ascii.to_owned() })
    }

    fn nfc(&self, text: &str) -> String {
        self.call("nfc", text).unwrap_or_else(|| text.to_owned())
    }

    fn nfkc(&self, text: &str) -> String {
        nfkc(text)
    }
}

/// Returns the tables. Without them, returns reference data that accepts every value that needs a
/// table, so that the other rules are checked while the tables load. The backend has the tables and
/// makes the final decision.
pub fn reference_data(tables: Option<&Tables>) -> &dyn ReferenceData {
    tables.map_or(&AssumedReferenceData, |tables| tables)
}

struct AssumedReferenceData;

impl ReferenceData for AssumedReferenceData {
    fn time_zone(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    fn domain(&self, domain: &str) -> Option<Domain> {
        // Any valid host name works here, because only its ASCII form is checked further.
        Some(Domain { unicode: domain.to_owned(), ascii: "assumed.example".to_owned() })
    }

    fn nfc(&self, text: &str) -> String {
        text.to_owned()
    }

    fn nfkc(&self, text: &str) -> String {
        nfkc(text)
    }
}

/// Normalises with the browser's own tables. Here the result only affects why an address is
/// refused. The backend compares addresses itself.
fn nfkc(text: &str) -> String {
    JsString::from(text).normalize("NFKC").into()
}
