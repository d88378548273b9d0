//! Sorts texts by the rules of the user's language, with the browser's `Intl.Collator`.

use std::cmp::Ordering;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::I18n;

/// Returns the indices of the texts, sorted by the rules of the user's language. Equal texts keep
/// their order.
pub fn collated(i18n: I18n, texts: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let collator = i18n.formats.object("Collator", &[]);
    // The getter returns a bound function, which can be called without its object.
    let compare = collator.and_then(|collator| Reflect::get(&collator, &"compare".into()));
    let Some(compare) = compare.ok().and_then(|it| it.dyn_into::<Function>().ok()) else {
        order.sort_by(|one, other| texts[*one].cmp(&texts[*other]));
        return order;
    };
    let values: Vec<JsValue> = texts.iter().map(JsValue::from).collect();
    order.sort_by(|one, other| {
        let sign = compare.call2(&JsValue::UNDEFINED, &values[*one], &values[*other]);
        let sign = sign.ok().and_then(|sign| sign.as_f64()).unwrap_or_default();
        sign.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    });
    order
}
