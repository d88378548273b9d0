//! The sentences about fields, their errors and saves.

pub mod field_texts;
mod newer_save_title;

pub use newer_save_title::newer_save_title;
