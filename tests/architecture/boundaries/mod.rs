//! Tests which modules a module may import.

mod circles;
mod contact;
mod crates;
mod frontend;
mod known_circles;
mod module_graph;
