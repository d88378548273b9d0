//! Wraps browser functions other than rendering. Besides `ui` and `embed`, this is the only module
//! that uses `web_sys`. It knows nothing about the product.

mod abort;
mod address;
mod clipboard;
mod clock;
mod idle;
mod link;
mod page_life;
mod page_return;
mod random;
mod saves_data;
mod tables;
mod ticker;
mod unload_guard;

pub use abort::{Abort, signal_within};
pub use address::{address, on_address_change, parameter, with_parameter, write_address};
pub use clipboard::copy_text;
pub use clock::{milliseconds, now, sleep, wake_all};
pub use idle::prefetch;
pub use link::clicked_address;
pub use page_life::{is_page_hidden, on_hidden, on_leaving, on_page_cache};
pub use page_return::on_return;
pub use partner_portal_contract::time_zones::ZoneEntry;
pub use random::random_key;
pub use saves_data::saves_data;
pub use tables::{Tables, TablesLoader, reference_data};
pub use ticker::tick_while_seen;
pub use unload_guard::guard_unload;
