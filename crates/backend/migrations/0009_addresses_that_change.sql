-- no-transaction
-- A person's address follows the identity provider, so two people can have the same one for a while:
-- the one who has it now, and the one who has not signed in since it was given away. Only `email_key`
-- is unique, by which people are recognised. SQLite cannot drop the constraint of a column, so the
-- table is made anew. Foreign keys are off meanwhile, or dropping the table would delete what refers
-- to it; they can be turned off only outside of a transaction.
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE users_made_anew (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    -- `refused:` and the id when no address leads to the person.
    email_key TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT 'en'
        CHECK (language IN ('en', 'es', 'he', 'it', 'pl', 'pt-BR'))
) STRICT;
INSERT INTO users_made_anew (id, name, email, email_key, language)
SELECT id, name, email, email_key, language FROM users;
DROP TABLE users;
ALTER TABLE users_made_anew RENAME TO users;
CREATE UNIQUE INDEX users_by_email_key ON users (email_key);
COMMIT;
PRAGMA foreign_keys = ON;
