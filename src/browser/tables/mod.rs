//! The large tables of time zones and Unicode. The loader fetches them as a second WebAssembly
//! module, separate from the first view.

mod coverage;
mod loader;
mod module;
mod reference_data;
mod time_zones;

pub use loader::TablesLoader;
pub use module::Tables;
pub use reference_data::reference_data;
