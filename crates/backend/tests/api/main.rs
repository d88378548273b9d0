//! Tests the HTTP contract from outside the process. Each test has a real server on a free port
//! with its own database. There is one file or folder per resource; `support` is shared.

mod auth;
mod commands;
mod completion;
mod contact_information;
mod demo;
mod draft;
mod faults;
mod http;
mod integration_types;
mod isolation;
mod mail;
mod onboarding_plan;
mod openapi;
mod operator;
mod program;
mod reminders;
mod revisions;
mod session;
mod session_invitation;
mod storage;
mod support;
mod user;
mod user_invitation;
mod users;
