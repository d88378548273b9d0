//! Text as it is compared: without case and without accents, so that "zoe" finds "Zoë".

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The key of one text.
pub(super) fn search_key(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The key that is searched for a person. The line break keeps a search from running over the
/// end of the name into the address.
pub(super) fn person_key(name: &str, email: &str) -> String {
    search_key(name) + "\n" + &search_key(email)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_count() {
        for (text, key) in
            [("Zoë", "zoe"), ("ÅSA", "asa"), ("İpek", "ipek"), ("דָּוִד", "דוד"), ("Straße", "straße")]
        {
            assert_eq!(search_key(text), key);
        }
    }
}
