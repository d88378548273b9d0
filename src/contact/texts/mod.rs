//! The sentences about fields, errors and saves.

pub mod field_texts;
