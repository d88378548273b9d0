//! Lists the circles that are still to be opened, each with the imports that close it.

/// Imports of a crate that close a circle.
pub(super) struct Known {
    pub(super) source_folder: &'static str,
    /// Each module, and the one that it should not import.
    pub(super) imports: &'static [(&'static str, &'static str)],
    #[expect(dead_code, reason = "read by the author who opens the circle")]
    because: &'static str,
}

/// The circles that are still to be opened. An import that is gone must be removed from the list.
pub(super) const KNOWN: &[Known] = &[
    Known {
        source_folder: "crates/contract/src",
        imports: &[("contact_information", "draft")],
        because: "a document offers its draft",
    },
    Known {
        source_folder: "crates/contract/src",
        imports: &[
            ("draft::addresses", "draft"),
            ("draft::alert_contacts", "draft"),
            ("draft::support", "draft"),
        ],
        because: "the fields are parsed by methods of the draft",
    },
];
