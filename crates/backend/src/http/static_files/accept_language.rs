//! Reads `Accept-Language` (RFC 9110, section 12.5.4).

use partner_portal_contract::language::Language;

/// Returns the browser's most preferred language that the portal has, or English. The portal has
/// one variant of each language, so only the first subtag of a tag counts. `src/embed/locale.js`
/// applies the same rule.
pub(super) fn preferred(header: &str) -> Language {
    let mut ranges: Vec<_> = header.split(',').filter_map(weighted).collect();
    // The sort is stable, so ranges of equal weight keep their order.
    ranges.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    ranges.into_iter().find_map(|(range, _)| variant_of(range)).unwrap_or_default()
}

/// Returns a language range and its weight. Returns `None` for a weight of 0, which means that the
/// user does not want the language.
fn weighted(part: &str) -> Option<(&str, f32)> {
    let (range, parameters) = part.split_once(';').unwrap_or((part, ""));
    let weight = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |it| it.parse().ok())?;
    (weight > 0.0).then(|| (range.trim(), weight))
}

fn variant_of(range: &str) -> Option<Language> {
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    Language::ALL.into_iter().find(|language| first(language.tag()) == first(range))
}

#[cfg(test)]
mod tests {
    use super::{Language, preferred};

    #[test]
    fn the_language_with_the_highest_weight_is_preferred() {
        for (header, language) in [
            ("", Language::English),
            ("en-GB,en;q=0.9", Language::English),
            ("pt-PT", Language::BrazilianPortuguese),
            ("de-DE, de;q=0.9, PL;q=0.8, en;q=0.7", Language::Polish),
            ("en;q=0.5, he;q=0.8", Language::Hebrew),
            ("it;q=0, es;q=0.1", Language::Spanish),
            ("it;q=high, *;q=0.1, de", Language::English),
        ] {
            assert_eq!(preferred(header), language, "{header}");
        }
    }
}
