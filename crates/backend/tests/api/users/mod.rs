//! Tests listing, searching, sorting and inviting users.

mod add;
mod list;
mod search;
mod sort;
