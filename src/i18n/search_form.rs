//! Text as it is compared with what somebody types into a search: without accents and spaces.

use js_sys::JsString;

/// Letters and digits alone, in lower case and without accents, so that "lodz" finds "Łódź";
/// plus and minus stay, because they tell offsets apart.
pub fn search_form(text: &str) -> String {
    if text.is_ascii() {
        return folded(text);
    }
    // Decomposed, a letter and its accent are two characters.
    folded(&String::from(JsString::from(text).normalize("NFKD")))
}

fn folded(decomposed: &str) -> String {
    let mut form = String::with_capacity(decomposed.len());
    for letter in decomposed.chars().flat_map(char::to_lowercase) {
        match letter {
            // These do not decompose, and people without the key type the plain letter.
            'ł' => form.push('l'),
            'ø' => form.push('o'),
            'đ' => form.push('d'),
            'ı' => form.push('i'),
            'ß' => form.push_str("ss"),
            'æ' => form.push_str("ae"),
            '−' | '‐' | '‑' | '‒' | '–' | '—' | '―' => form.push('-'),
            '+' | '-' => form.push(letter),
            // Hebrew's points count as letters, and hardly anybody types them.
            '\u{591}'..='\u{5c7}' => {}
            _ if letter.is_alphanumeric() => form.push(letter),
            _ => {}
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::folded;

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
            ("תֵל־אביב", "תלאביב"),
            ("סנט ג׳ונס", "סנטגונס"),
        ] {
            assert_eq!(folded(text), form, "{text}");
        }
    }
}
