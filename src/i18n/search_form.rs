//! Converts text to the form in which the time zone search compares it: folded and without spaces.

use js_sys::JsString;
use partner_portal_contract::search::fold_decomposed;

/// Returns only the letters and digits, folded, so that "lodz" finds "Łódź". A plus, and a minus
/// before a digit, are kept because they distinguish offsets.
pub fn search_form(text: &str) -> String {
    if text.is_ascii() {
        return letters_and_signs(text);
    }
    // After decomposition, a letter and its accent are two characters.
    letters_and_signs(&String::from(JsString::from(text).normalize("NFKD")))
}

fn letters_and_signs(decomposed: &str) -> String {
    let folded = fold_decomposed(decomposed);
    let mut letters =
        folded.chars().filter(|c| c.is_alphanumeric() || "+-".contains(*c)).peekable();
    let mut form = String::with_capacity(folded.len());
    while let Some(letter) = letters.next() {
        // Drops the hyphen of a city, such as Port-au-Prince, because it is as optional as a space.
        if letter != '-' || letters.peek().is_some_and(char::is_ascii_digit) {
            form.push(letter);
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::letters_and_signs;

    #[test]
    fn accents_spaces_and_case_make_no_difference() {
        for (text, form) in [
            ("Sa\u{303}o Paulo", "saopaulo"),
            ("Sao_Paulo", "saopaulo"),
            ("Łodz\u{301}", "lodz"),
            ("UTC+02:00", "utc+0200"),
            ("GMT−5", "gmt-5"),
            ("GMT – 5", "gmt-5"),
            ("GMT—5", "gmt-5"),
            ("GMT‑5", "gmt-5"),
            ("GMT\u{200e}‒5", "gmt-5"),
            ("Port-au-Prince", "portauprince"),
            ("תֵל־אביב", "תלאביב"),
            ("סנט ג׳ונס", "סנטגונס"),
        ] {
            assert_eq!(letters_and_signs(text), form, "{text}");
        }
    }
}
