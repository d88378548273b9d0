//! Partner Portal: the contact information gate, embedded in an existing portal.
