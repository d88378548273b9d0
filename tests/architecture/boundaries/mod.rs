//! Tests which modules a module may import.

mod circles;
mod contact;
mod crates;
mod frontend;
mod module_graph;
