//! The domains of public mail providers.

use crate::EmailAddress;

/// The domains of providers where an account is open to the public: those of the npm package
/// `free-email-domains` 1.12.6 (MIT) that are common where the portal's languages are spoken, in
/// alphabetical order.
const FREE_MAIL: [&str; 74] = [
    "126.com",
    "163.com",
    "alice.it",
    "aol.com",
    "bol.com.br",
    "email.it",
    "fastmail.com",
    "gazeta.pl",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.co.il",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.com.br",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "icloud.com",
    "ig.com.br",
    "interia.pl",
    "laposte.net",
    "libero.it",
    "live.co.uk",
    "live.com",
    "live.com.mx",
    "live.it",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "o2.pl",
    "onet.eu",
    "onet.pl",
    "op.pl",
    "orange.fr",
    "outlook.co.il",
    "outlook.com",
    "outlook.com.br",
    "outlook.es",
    "outlook.it",
    "pm.me",
    "poczta.onet.pl",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "telefonica.net",
    "terra.com.br",
    "tiscali.it",
    "uol.com.br",
    "virgilio.it",
    "vp.pl",
    "walla.co.il",
    "web.de",
    "wp.pl",
    "yahoo.co.in",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.com.ar",
    "yahoo.com.br",
    "yahoo.com.mx",
    "yahoo.es",
    "yahoo.fr",
    "yahoo.it",
    "yahoo.pl",
    "yandex.com",
    "yandex.ru",
    "ymail.com",
    "zoho.com",
    "zohomail.com",
];

/// Returns true if the address belongs to a public mail provider.
pub(super) fn is_free_mail(address: &EmailAddress) -> bool {
    FREE_MAIL.binary_search(&address.domain()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::FREE_MAIL;

    #[test]
    fn the_domains_are_sorted_for_the_search() {
        assert!(FREE_MAIL.is_sorted());
    }
}
