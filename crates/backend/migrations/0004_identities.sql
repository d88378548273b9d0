-- Who somebody is at the operator's identity provider. Personal, because it tells a person from
-- others: it is here so that a bearer token finds its person, also after their address has changed.
CREATE TABLE identities (
    -- The `iss` and the `sub` of the person's tokens.
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- Milliseconds since 1970-01-01T00:00:00Z.
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject),
    -- One subject a person and issuer: an address that was given to somebody else links nobody anew.
    UNIQUE (user_id, issuer)
) STRICT;
