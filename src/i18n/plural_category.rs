//! Chooses plural forms with the browser's `Intl.PluralRules`.

use js_sys::{Array, Intl, Object};
use partner_portal_contract::language::Language;

/// Returns the CLDR plural category of a count, such as `one` or `other`.
pub(super) fn plural_category(language: Language, count: usize) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&language.tag().into()), &Object::new());
    #[expect(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^53")]
    rules.select(count as f64).into()
}
