//! Saves the form.

pub mod submit;
