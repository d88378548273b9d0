//! The HTTP contract, as somebody outside the process sees it: a real server on a free port over
//! a database of its own for each test.

mod bodies;
mod completion;
mod demo;
mod draft_bodies;
mod drafts;
mod drafts_and_saves;
mod faults;
mod idempotency;
mod isolation;
mod onboarding_plan;
mod openapi;
mod problems;
mod process;
mod program;
mod revision_pages;
mod revisions;
mod save;
mod save_rules;
mod session;
mod static_files;
mod test_app;
mod users;
mod visitor;
mod waiting;
