-- Whether the history names a person decides whether they are forgotten when they leave their last
-- account; without an index that reads every save of every account.
CREATE INDEX contact_information_revisions_by_person ON contact_information_revisions (saved_by);
