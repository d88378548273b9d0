-- The accounts that the operator's own systems manage.
ALTER TABLE accounts ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
    CHECK (language IN ('en', 'es', 'he', 'it', 'pl', 'pt-BR'));
-- The platform's own id of the default brand, whose other data are in `brand_name` and
-- `brand_support_email`.
ALTER TABLE accounts ADD COLUMN brand_id TEXT NOT NULL DEFAULT 'default';
-- The text in which searches look for an account, as `memberships.search_key` for people.
ALTER TABLE accounts ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
-- The last change of the account, its users or its contact information, in milliseconds since
-- 1970-01-01T00:00:00Z. 0: before changes were recorded.
ALTER TABLE accounts ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;

CREATE TABLE other_brands (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    support_email TEXT NOT NULL,
    -- The position in the list of the account.
    position INTEGER NOT NULL,
    PRIMARY KEY (account_id, id)
) STRICT;

-- The author of the operator's saves. The server gives it the platform's name. No address leads to it,
-- so it cannot sign in.
INSERT INTO users (id, name, email, email_key) VALUES ('usr_operator', '', '', 'refused:usr_operator');

-- Makes the next start compute all keys, including the new ones of accounts.
UPDATE person_keys SET version = 0;
