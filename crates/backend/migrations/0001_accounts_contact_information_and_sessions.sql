CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    partner_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- An id from the integration types that the backend was started with.
    integration_type TEXT NOT NULL,
    brand_name TEXT NOT NULL,
    brand_support_email TEXT NOT NULL
) STRICT;

CREATE TABLE users (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    -- The name without case and accents: lists are sorted by it.
    name_key TEXT NOT NULL,
    -- Name and address without case and accents: searches look into it.
    search_key TEXT NOT NULL
) STRICT;

-- A person can belong to several accounts, with a role in each.
CREATE TABLE memberships (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'reader', 'tester')),
    state TEXT NOT NULL CHECK (state IN ('active', 'invited')),
    PRIMARY KEY (account_id, user_id)
) STRICT;

CREATE INDEX memberships_by_user ON memberships (user_id);
CREATE INDEX memberships_by_role ON memberships (account_id, role);

-- Every save is a row that never changes; the newest one is the contact information.
CREATE TABLE contact_information_revisions (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    document TEXT NOT NULL CHECK (json_valid(document)),
    -- The names of the fields that differ from the revision before, as a JSON array.
    changed_fields TEXT NOT NULL CHECK (json_valid(changed_fields)),
    saved_by TEXT NOT NULL REFERENCES users (id),
    -- Milliseconds since 1970-01-01T00:00:00Z.
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, revision)
) STRICT;

-- Which save an Idempotency-Key stands for. The answer is read from the revision again.
CREATE TABLE idempotency_keys (
    user_id TEXT NOT NULL REFERENCES users (id),
    account_id TEXT NOT NULL,
    path TEXT NOT NULL,
    key TEXT NOT NULL,
    -- SHA-256 of what was asked.
    fingerprint BLOB NOT NULL,
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, account_id, path, key),
    FOREIGN KEY (account_id, revision)
        REFERENCES contact_information_revisions (account_id, revision)
) STRICT;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE sessions (
    -- SHA-256 of the token in the cookie: who reads the database cannot sign in with it.
    token_hash BLOB PRIMARY KEY NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_expiry ON sessions (expires_at);
