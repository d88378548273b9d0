-- By which version of their rules `memberships.name_key` and `search_key` were written. 0: names
-- without case and accents, by this table's migration or an earlier one. A start of the server makes
-- the keys of another version anew, because SQL neither folds nor collates text.
CREATE TABLE person_keys (
    version INTEGER NOT NULL
) STRICT;
INSERT INTO person_keys (version) VALUES (0);
