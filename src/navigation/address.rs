//! The parts of an address, and whose it is.

/// Whether an address is the base path or below it: `/partners/help` is below `/partners`,
/// `/partners-archive` is somebody else's.
pub(super) fn is_below(base: &str, address: &str) -> bool {
    let rest = path_of(address).strip_prefix(base);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The path, without query and fragment.
pub(super) fn path_of(address: &str) -> &str {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    &address[..end]
}

/// The query, without its question mark.
pub(super) fn query_of(address: &str) -> &str {
    let whole = address.split('#').next().unwrap_or_default();
    whole.split_once('?').map_or("", |(_, query)| query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_path_ends_at_a_segment() {
        for address in ["/partners", "/partners/", "/partners/help", "/partners?env=sandbox#top"] {
            assert!(is_below("/partners", address), "{address}");
        }
        let others = ["/", "/partner", "/partners-archive", "/partnersx/help", "/x/partners"];
        for address in others {
            assert!(!is_below("/partners", address), "{address}");
        }
    }

    #[test]
    fn an_address_has_a_path_and_a_query() {
        for (address, path, query) in [
            ("/partners/help", "/partners/help", ""),
            ("/partners?env=sandbox", "/partners", "env=sandbox"),
            ("/partners?a=b?c#d?e", "/partners", "a=b?c"),
            ("/partners#a?b", "/partners", ""),
        ] {
            assert_eq!((path_of(address), query_of(address)), (path, query), "{address}");
        }
    }
}
