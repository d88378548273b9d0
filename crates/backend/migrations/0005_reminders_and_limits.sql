-- Who has asked their colleagues to complete an account's contact information, and when: so that
-- nobody asks twice within a day. It goes with the person's place in the account.
CREATE TABLE reminders_asked (
    account_id TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    -- Milliseconds since 1970-01-01T00:00:00Z.
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, asked_by),
    FOREIGN KEY (account_id, asked_by)
        REFERENCES memberships (account_id, user_id) ON DELETE CASCADE
) STRICT;

-- Who was reminded, and when: so that nobody gets two reminders a day from several colleagues.
CREATE TABLE reminders_sent (
    account_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    -- Milliseconds since 1970-01-01T00:00:00Z.
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, user_id),
    FOREIGN KEY (account_id, user_id)
        REFERENCES memberships (account_id, user_id) ON DELETE CASCADE
) STRICT;

-- How often something was done in a span of time. A row is deleted soon after its span has ended.
CREATE TABLE rate_limits (
    -- What is counted: 'sign_in' or 'invitation'.
    kind TEXT NOT NULL,
    -- SHA-256 of whom it is counted for. For sign-ins that is a network address, so that nobody
    -- can try out people's identities as fast as they like. The hash keeps addresses from being
    -- read in passing; against somebody who tries every address only the short life of a row helps.
    counted_for BLOB NOT NULL,
    hits INTEGER NOT NULL,
    -- Milliseconds since 1970-01-01T00:00:00Z.
    ends_at INTEGER NOT NULL,
    PRIMARY KEY (kind, counted_for)
) STRICT;

CREATE INDEX rate_limits_by_end ON rate_limits (ends_at);
