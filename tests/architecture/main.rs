//! Tests the rules of the repository that no compiler checks. They read the sources as text.

mod boundaries;
mod events;
mod glossary;
mod locales;
mod source_text;
mod sources;
mod specs;
mod styles;
mod voice;
mod wording;
