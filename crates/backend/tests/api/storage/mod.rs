//! Tests the database file: faults and earlier versions.

mod faults;
mod migration;
