//! Guesses from an address whether it is one person's mailbox. In doubt it is not considered
//! personal, because wrong advice is worse than none.

use super::free_mail::is_free_mail;
use crate::EmailAddress;

/// Words and word stems that mark an alias anywhere in the local part: English, Spanish, Italian,
/// Polish and Portuguese without accents, then Hebrew.
const ALIAS_STEMS: [&str; 97] = [
    "abuse",
    "admin",
    "alarm",
    "alert",
    "allarm",
    "allert",
    "api",
    "aplica",
    "applica",
    "asist",
    "assist",
    "atencion",
    "atendimento",
    "awari",
    "billing",
    "booking",
    "call",
    "center",
    "central",
    "centrum",
    "chamado",
    "cliente",
    "cloud",
    "conta",
    "customer",
    "desarrollo",
    "desk",
    "devel",
    "dyzur",
    "emergen",
    "engineer",
    "equip",
    "escalat",
    "grup",
    "group",
    "guardia",
    "help",
    "hotline",
    "incid",
    "infra",
    "integra",
    "intervent",
    "kontakt",
    "konenut",
    "mailbox",
    "manager",
    "moked",
    "monitor",
    "network",
    "night",
    "noreply",
    "notif",
    "obslug",
    "office",
    "oncall",
    "operac",
    "operat",
    "operaz",
    "pager",
    "partner",
    "plantao",
    "platform",
    "pogotowi",
    "pomoc",
    "postmaster",
    "prod",
    "pronto",
    "redes",
    "reliab",
    "reperibil",
    "reserv",
    "respon",
    "secur",
    "server",
    "servic",
    "serviz",
    "serwis",
    "shift",
    "sistem",
    "sobreaviso",
    "squad",
    "standby",
    "status",
    "suporte",
    "support",
    "soporte",
    "system",
    "team",
    "tech",
    "tecnic",
    "turno",
    "urgen",
    "watch",
    "wsparc",
    "zespol",
    "zglosz",
    "תמיכה",
];

/// Hebrew and short words that mark an alias only at the start or the end of a part of the local
/// part.
const ALIAS_WORDS: [&str; 30] = [
    "bot",
    "dev",
    "duty",
    "info",
    "it",
    "mesa",
    "net",
    "noc",
    "ops",
    "rede",
    "root",
    "siec",
    "soc",
    "sos",
    "sre",
    "sys",
    "web",
    "24x7",
    "התראות",
    "חירום",
    "טכני",
    "כונן",
    "כוננות",
    "מוקד",
    "מערכות",
    "צוות",
    "קבוצה",
    "שירות",
    "תורן",
    "תפעול",
];

/// Returns true if the address looks like one person's mailbox, not like an alias.
pub(super) fn is_personal(address: &EmailAddress) -> bool {
    let local: String = address.local_part().to_lowercase().chars().map(without_accent).collect();
    !names_alias(&local) && (is_free_mail(address) || is_name_of_person(&local))
}

fn names_alias(local: &str) -> bool {
    // Joins the parts, so that "on-call" matches "oncall".
    let together = local.replace(['.', '-', '_'], "");
    let is_word =
        |part: &str| ALIAS_WORDS.iter().any(|word| part.starts_with(word) || part.ends_with(word));
    ALIAS_STEMS.iter().any(|stem| together.contains(stem))
        || local.split(|c: char| !c.is_alphanumeric()).any(is_word)
}

/// Matches `given.family`, `g.family` or `given_second_family`, with any suffix after a plus sign.
/// A hyphen does not separate names here, because it is just as common between the words of an
/// alias.
fn is_name_of_person(local: &str) -> bool {
    let (name, _) = local.split_once('+').unwrap_or((local, ""));
    let parts: Vec<&str> = name.split(['.', '_']).collect();
    let is_part = |part: &&str| {
        // A second Anna Nowak often gets a number.
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        !letters.is_empty() && letters.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'')
    };
    (2..=3).contains(&parts.len())
        && parts.iter().all(is_part)
        && parts.iter().any(|part| part.chars().count() > 2)
}

fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ą' => 'a',
        'ć' | 'ç' => 'c',
        'é' | 'è' | 'ê' | 'ę' => 'e',
        'í' | 'ì' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' => 'o',
        'ś' => 's',
        'ú' | 'ù' | 'ü' => 'u',
        'ź' | 'ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{ALIAS_STEMS, ALIAS_WORDS, without_accent};

    #[test]
    fn the_words_are_written_as_they_are_compared() {
        for word in ALIAS_STEMS.iter().chain(&ALIAS_WORDS) {
            let compared: String = word.to_lowercase().chars().map(without_accent).collect();
            assert_eq!(compared, **word);
        }
    }
}
