//! The current language, its sentences, and the formatting of values.
//!
//! Sentences live in `locales/*.json`, one file per language, keyed by the variants of [`Text`]. The
//! loader fetches only the active one. This module does not depend on the API or on components.

mod cities;
mod collation;
mod context;
mod field_error_texts;
mod format;
mod formats;
mod hours_format;
mod language_switch;
mod messages;
mod plural_category;
mod search_form;
mod switch;
mod text;
mod user_texts;
mod week_start;
mod zone_names;

pub use cities::Cities;
pub use collation::collated;
#[cfg(feature = "ssr")]
pub(crate) use context::slot;
pub use context::{I18n, provide_i18n, t, use_i18n};
pub use field_error_texts::field_error_sentence;
pub use format::{date_time, joined, kilobytes, number, time, weekday_names};
pub use formats::Formats;
pub use hours_format::{
    clock_hour, clock_range, clock_time, day_periods, hours_amount, moment_soon, moment_with_date,
    relative_time, shows_twelve_hours,
};
pub use language_switch::LanguageSwitch;
pub use messages::{Messages, MessagesLoader};
pub use search_form::search_form;
pub use text::Text;
pub use user_texts::{role_can_text, role_text, user_state_text};
pub use week_start::first_day_of_week;
pub use zone_names::{city_name, country_name, viewer_time_zone, zone_name, zone_search_names};
