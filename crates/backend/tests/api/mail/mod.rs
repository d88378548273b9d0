//! Tests the mails and the handing over to a mail server.

mod content;
mod injection;
mod slow;
mod smtp;
mod texts;
