-- What somebody has typed and not submitted; one per person and account.
CREATE TABLE drafts (
    account_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    form_version INTEGER NOT NULL,
    -- UTF-8 as it was sent. Bytes, because text columns of other engines refuse U+0000.
    content BLOB NOT NULL,
    -- Unsigned, bit for bit: nothing here compares it with a revision.
    base_revision INTEGER NOT NULL,
    -- Milliseconds since 1970-01-01T00:00:00Z.
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, user_id),
    -- Nobody else can read it, so it goes with its author's place in the account.
    FOREIGN KEY (account_id, user_id)
        REFERENCES memberships (account_id, user_id) ON DELETE CASCADE
) STRICT;
