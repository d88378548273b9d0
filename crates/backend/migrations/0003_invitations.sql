-- By which a person is recognised: the canonical address in lower case, because `Ann@x.com` and
-- `ann@x.com` are one mailbox. The address itself stays as it was typed.
-- Until now only the demo wrote addresses, all of them ASCII, for which `lower` is enough. Two
-- people who differ only in case stop the migration: nobody here can tell which of them stays.
ALTER TABLE users ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
UPDATE users SET email_key = lower(email);
CREATE UNIQUE INDEX users_by_email_key ON users (email_key);

-- In which language the platform writes to the person: a BCP 47 tag.
ALTER TABLE users ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
    CHECK (language IN ('en', 'es', 'he', 'it', 'pl', 'pt-BR'));

-- Since when and until when somebody is invited, in milliseconds since 1970-01-01T00:00:00Z; null
-- once the invitation is accepted. Who was invited before invitations expired has the whole time
-- from now on.
ALTER TABLE memberships ADD COLUMN sent_at INTEGER;
ALTER TABLE memberships ADD COLUMN expires_at INTEGER;
UPDATE memberships
SET sent_at = unixepoch() * 1000, expires_at = (unixepoch() + 14 * 24 * 60 * 60) * 1000
WHERE state = 'invited';

-- What lists are sorted by and searched in stands beside the account, so that one index has the
-- people of an account in order: without it the first page of an account reads all of them.
ALTER TABLE memberships ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE memberships ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
UPDATE memberships
SET (name_key, search_key) = (SELECT u.name_key, u.search_key FROM users u WHERE u.id = user_id);
ALTER TABLE users DROP COLUMN name_key;
ALTER TABLE users DROP COLUMN search_key;

-- What roles and states are sorted by: 1 is the most powerful role, and who has accepted comes
-- before who has not.
ALTER TABLE memberships ADD COLUMN role_rank INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE role WHEN 'administrator' THEN 1 WHEN 'editor' THEN 2 WHEN 'reader' THEN 3 ELSE 4 END
) VIRTUAL;
ALTER TABLE memberships ADD COLUMN state_rank INTEGER NOT NULL GENERATED ALWAYS AS (
    CASE state WHEN 'active' THEN 1 ELSE 2 END
) VIRTUAL;

-- Backwards only the role and the state turn, not the names within: an index has one direction
-- for each column, so these orders have one of their own.
DROP INDEX memberships_by_role;
CREATE INDEX memberships_by_name ON memberships (account_id, name_key, user_id);
CREATE INDEX memberships_by_role ON memberships (account_id, role_rank, name_key, user_id);
CREATE INDEX memberships_by_role_descending
    ON memberships (account_id, role_rank DESC, name_key, user_id);
CREATE INDEX memberships_by_state ON memberships (account_id, state_rank, name_key, user_id);
CREATE INDEX memberships_by_state_descending
    ON memberships (account_id, state_rank DESC, name_key, user_id);

-- A person's sessions end with their last account.
CREATE INDEX sessions_by_user ON sessions (user_id);
