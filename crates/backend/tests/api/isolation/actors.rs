//! The actors of [`crate::isolation::walk`].

use crate::support::{
    issuer::{claims, hs256},
    test_app::TestApp,
    visitor::Visitor,
};

/// The sender of a request. All except the first three have a valid token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Actor {
    Anonymous,
    Expired,
    Garbage,
    OtherAccount,
    Administrator,
    Editor,
    Reader,
    Tester,
    Removed,
}

pub(crate) const ACTORS: [Actor; 9] = [
    Actor::Anonymous,
    Actor::Expired,
    Actor::Garbage,
    Actor::OtherAccount,
    Actor::Administrator,
    Actor::Editor,
    Actor::Reader,
    Actor::Tester,
    Actor::Removed,
];

/// Adds the person of [`Actor::Removed`], who has no account.
pub(crate) const REMOVED: &str = "
    DELETE FROM invitations WHERE id = 'inv_chiara_romano';
    INSERT INTO users (id, name, email, email_key)
    VALUES ('usr_chiara', 'Chiara', 'chiara.romano@example.com', 'chiara.romano@example.com')";

impl Actor {
    pub(crate) fn visitor(self, app: &TestApp) -> Visitor {
        let address = match self {
            Self::Anonymous => return app.visitor(),
            Self::Garbage => return app.bearer("eyJhbGciOiJIUzI1NiJ9.e30.AAAA"),
            Self::OtherAccount => "amara.okafor@example.com",
            Self::Administrator | Self::Expired => "giulia.conti@example.com",
            Self::Editor => "tomasz.zielinski@example.com",
            Self::Reader => "noa.bendavid@example.com",
            Self::Tester => "luca.ferri@example.com",
            Self::Removed => "chiara.romano@example.com",
        };
        let mut claims = claims(&app.clock, address, address);
        if self == Self::Expired {
            claims["exp"] = (claims["iat"].as_i64().unwrap() - 60).into();
        }
        app.bearer(&hs256(&claims))
    }
}
