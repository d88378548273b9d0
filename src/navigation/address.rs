//! Splits addresses into their parts and compares them with the base path.

/// Returns an address whose base path is spelled as in `base`, or `None` if the address is not the
/// base path or below it. `/partners/help` is below `/partners`, `/partners-archive` is not.
///
/// The browser percent-encodes paths, but a host's router may not: `/espace client` and
/// `/espace%20client` are the same path.
pub(super) fn below(base: &str, address: &str) -> Option<String> {
    let path = path_of(address);
    let segments = base.matches('/').count();
    let end = path.match_indices('/').nth(segments).map_or(path.len(), |(at, _)| at);
    let is_below = path[..end].split('/').map(decoded).eq(base.split('/').map(decoded));
    is_below.then(|| base.to_owned() + &address[end..])
}

/// Returns the bytes of a path segment, percent-decoded.
fn decoded(segment: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = segment.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match after {
            [high, low, after @ ..] if *first == b'%' => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high * 16 + low, after),
                _ => (*first, &rest[1..]),
            },
            _ => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    bytes
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| digit.try_into().ok())
}

/// Returns the path, without query and fragment.
pub(super) fn path_of(address: &str) -> &str {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    &address[..end]
}

/// Returns the query, without its question mark.
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
            assert_eq!(below("/partners", address).as_deref(), Some(address));
        }
        let others = ["", "/", "/partner", "/partners-archive", "/partnersx/help", "/x/partners"];
        for address in others {
            assert_eq!(below("/partners", address), None, "{address}");
        }
    }

    #[test]
    fn a_base_path_is_the_same_percent_encoded_or_not() {
        let help = |base: &str| Some(base.to_owned() + "/help?q=%C3%BC");
        for (base, others) in [
            (
                "/espace%20client/port%C3%A4l",
                ["/espace client/portäl", "/espace%20client/port%c3%a4l"],
            ),
            (
                "/%D7%A9%D7%95%D7%AA%D7%A4%D7%99%D7%9D",
                ["/שותפים", "/%d7%a9%d7%95%d7%aa%d7%a4%d7%99%d7%9d"],
            ),
            ("/100%25", ["/100%", "/1%30%30%25"]),
        ] {
            for other in others {
                assert_eq!(
                    below(base, &(other.to_owned() + "/help?q=%C3%BC")),
                    help(base),
                    "{other}"
                );
                assert_eq!(below(other, &help(base).unwrap()), help(other), "{other}");
            }
        }
    }

    #[test]
    fn an_encoded_slash_does_not_end_a_segment() {
        assert_eq!(below("/a/b", "/a%2Fb"), None);
        assert_eq!(below("/a%2Fb", "/a/b"), None);
        assert_eq!(below("/a", "/a%2Fb"), None);
    }

    #[test]
    fn a_percent_sign_without_two_digits_is_not_decoded() {
        for address in ["/%", "/%zz", "/%4", "/%+4"] {
            assert_eq!(below(address, address).as_deref(), Some(address));
        }
        assert_eq!(below("/%4", "/%04"), None);
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
