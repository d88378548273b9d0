-- An invitation says what the inviting administrator typed, and nothing of the person whose address
-- it is: that person becomes a member by accepting.
CREATE TABLE invitations (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    -- By which the invited person is recognised, as in `users`.
    email_key TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'es', 'he', 'it', 'pl', 'pt-BR')),
    role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'reader', 'tester')),
    -- Who sent it last; null when that person is unknown.
    invited_by TEXT REFERENCES users (id) ON DELETE SET NULL,
    -- Milliseconds since 1970-01-01T00:00:00Z, as all instants here.
    sent_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    declined_at INTEGER,
    -- The member that it has made. It is kept as long as the membership, so that a repeated answer
    -- is answered like the first.
    accepted_by TEXT,
    -- As in `memberships`: what lists are sorted by and searched in.
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    role_rank INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE role WHEN 'administrator' THEN 1 WHEN 'editor' THEN 2 WHEN 'reader' THEN 3 ELSE 4 END
    ) VIRTUAL,
    state_rank INTEGER NOT NULL GENERATED ALWAYS AS (2) VIRTUAL,
    UNIQUE (account_id, email_key),
    FOREIGN KEY (account_id, accepted_by)
        REFERENCES memberships (account_id, user_id) ON DELETE CASCADE
) STRICT;

INSERT INTO invitations
    (id, account_id, name, email, email_key, language, role, sent_at, expires_at, name_key, search_key)
SELECT 'inv_' || lower(hex(randomblob(16))), m.account_id, u.name, u.email, u.email_key, u.language,
       m.role, m.sent_at, m.expires_at, m.name_key, m.search_key
FROM memberships m JOIN users u ON u.id = m.user_id
WHERE m.state = 'invited';
DELETE FROM memberships WHERE state = 'invited';

-- Who was only invited is no person yet, unless an identity provider or a cookie knows them.
DELETE FROM users
WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM identities WHERE user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM sessions WHERE user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM contact_information_revisions WHERE saved_by = users.id);

-- Every membership is an active one.
DROP INDEX memberships_by_state;
DROP INDEX memberships_by_state_descending;
ALTER TABLE memberships DROP COLUMN state_rank;
ALTER TABLE memberships DROP COLUMN state;
ALTER TABLE memberships DROP COLUMN sent_at;
ALTER TABLE memberships DROP COLUMN expires_at;
ALTER TABLE memberships ADD COLUMN state_rank INTEGER NOT NULL GENERATED ALWAYS AS (1) VIRTUAL;
CREATE INDEX memberships_by_state ON memberships (account_id, state_rank, name_key, user_id);
CREATE INDEX memberships_by_state_descending
    ON memberships (account_id, state_rank DESC, name_key, user_id);

-- The orders of `memberships`, for the same list.
CREATE INDEX invitations_by_name ON invitations (account_id, name_key, id)
    WHERE accepted_by IS NULL;
CREATE INDEX invitations_by_role ON invitations (account_id, role_rank, name_key, id)
    WHERE accepted_by IS NULL;
CREATE INDEX invitations_by_role_descending
    ON invitations (account_id, role_rank DESC, name_key, id) WHERE accepted_by IS NULL;
CREATE INDEX invitations_by_state ON invitations (account_id, state_rank, name_key, id)
    WHERE accepted_by IS NULL;
CREATE INDEX invitations_by_state_descending
    ON invitations (account_id, state_rank DESC, name_key, id) WHERE accepted_by IS NULL;

CREATE INDEX invitations_by_address ON invitations (email_key);
CREATE INDEX invitations_by_inviter ON invitations (invited_by);
CREATE INDEX invitations_by_member ON invitations (account_id, accepted_by);
