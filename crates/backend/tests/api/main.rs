//! The HTTP contract, as somebody outside the process sees it: a real server on a free port over
//! a database of its own for each test.

mod access;
mod access_failures;
mod access_races;
mod added_users;
mod bodies;
mod changed_users;
mod completion;
mod demo;
mod draft_bodies;
mod drafts;
mod drafts_and_saves;
mod faults;
mod idempotency;
mod invitations;
mod isolation;
mod migration;
mod onboarding_plan;
mod openapi;
mod problems;
mod process;
mod program;
mod removed_alert_contacts;
mod removed_users;
mod revision_pages;
mod revisions;
mod save;
mod save_rules;
mod session;
mod static_files;
mod test_app;
mod users;
mod users_sort;
mod visitor;
mod waiting;
