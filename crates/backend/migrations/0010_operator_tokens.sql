-- Credentials of the operator's own systems. A token is stored only as a hash, so a reader of the
-- database cannot use it.
CREATE TABLE operator_tokens (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
    -- SHA-256 of the token.
    token_hash BLOB NOT NULL UNIQUE,
    -- Milliseconds since 1970-01-01T00:00:00Z, as all instants here.
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

-- A revoked token frees its name for its successor.
CREATE UNIQUE INDEX operator_tokens_by_name ON operator_tokens (name) WHERE revoked_at IS NULL;

-- Under `--demo` every visitor can sign in as any user, so the demo refuses a database with other
-- accounts than its own. Before this migration only the demo could add accounts.
ALTER TABLE accounts ADD COLUMN planted_by_demo INTEGER NOT NULL DEFAULT 0
    CHECK (planted_by_demo IN (0, 1));
UPDATE accounts SET planted_by_demo = 1;
