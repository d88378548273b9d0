//! Whose mailbox an address is, as far as it can be told from the address. When in doubt it is
//! nobody's in particular: advice that is wrong is worse than none.

use super::free_mail::is_free_mail;
use crate::EmailAddress;

/// Words, and the stems that their forms share, that stand anywhere in the name of an alias:
/// English, Spanish, Italian, Polish and Portuguese without their accents, then Hebrew.
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

/// Hebrew words and short ones, which stand in front of or at the end of a part of the name.
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

/// Whether the address looks like one person's mailbox and not like an alias.
pub(super) fn is_personal(address: &EmailAddress) -> bool {
    let local: String = address.local_part().to_lowercase().chars().map(without_accent).collect();
    !names_alias(&local) && (is_free_mail(address) || is_name_of_person(&local))
}

fn names_alias(local: &str) -> bool {
    // "on-call" is the word "oncall".
    let together = local.replace(['.', '-', '_'], "");
    let is_word =
        |part: &str| ALIAS_WORDS.iter().any(|word| part.starts_with(word) || part.ends_with(word));
    ALIAS_STEMS.iter().any(|stem| together.contains(stem))
        || local.split(|c: char| !c.is_alphanumeric()).any(is_word)
}

/// `given.family`, `g.family` or `given_second_family`, whatever stands behind a plus sign. A
/// hyphen does not part names here: it is as common between the words of an alias.
fn is_name_of_person(local: &str) -> bool {
    let (name, _) = local.split_once('+').unwrap_or((local, ""));
    let parts: Vec<&str> = name.split(['.', '_']).collect();
    let is_part = |part: &&str| {
        // The second Anna Nowak has a number.
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
