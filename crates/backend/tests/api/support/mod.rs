//! What several tests share: the server, its clients and servers around it, and test data.

pub(crate) mod fixtures;
pub(crate) mod issuer;
pub(crate) mod operator_tokens;
pub(crate) mod own_platform;
pub(crate) mod program;
pub(crate) mod sent_mails;
pub(crate) mod smtp_server;
pub(crate) mod test_app;
pub(crate) mod users;
pub(crate) mod visitor;
