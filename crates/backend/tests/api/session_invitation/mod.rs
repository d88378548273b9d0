//! Tests invitations from the invited user's side.

mod answer;
mod newcomers;
