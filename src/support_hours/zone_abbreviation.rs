//! Abbreviations of time zones, such as "EST", which are valid for half of the year or are used in
//! several countries. IANA has some of them as aliases that users do not expect: its "EST" is
//! Panama.

/// The abbreviations that IANA knows and those of the United States, as search forms. Each has the
/// zones that are meant most often, the most frequent first.
const ABBREVIATIONS: [(&str, &[&str]); 14] = [
    ("est", &["America/New_York", "America/Toronto", "America/Panama"]),
    ("edt", &["America/New_York", "America/Toronto"]),
    ("cst", &["America/Chicago", "America/Mexico_City", "Asia/Shanghai"]),
    ("cdt", &["America/Chicago"]),
    ("mst", &["America/Denver", "America/Phoenix"]),
    ("mdt", &["America/Denver"]),
    ("pst", &["America/Los_Angeles", "Asia/Manila"]),
    ("pdt", &["America/Los_Angeles"]),
    ("hst", &["Pacific/Honolulu"]),
    ("ist", &["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
    ("wet", &["Europe/Lisbon"]),
    ("cet", &["Europe/Madrid", "Europe/Rome", "Europe/Warsaw"]),
    ("met", &["Europe/Berlin"]),
    ("eet", &["Europe/Athens", "Europe/Kyiv"]),
];

/// Returns whether a search form is an abbreviation. An abbreviation offers zones but does not
/// choose one.
pub fn is_abbreviation(wanted: &str) -> bool {
    !zones_with(wanted).is_empty()
}

/// Returns the IANA names of the zones that an abbreviation means most often.
pub fn zones_with(abbreviation: &str) -> &'static [&'static str] {
    let found = ABBREVIATIONS.iter().find(|(known, _)| *known == abbreviation);
    found.map_or(&[], |(_, zones)| zones)
}
