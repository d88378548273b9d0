//! The users of an account as its list shows them: members and invited users.

/// A subquery with the alias `m` that yields members and open invitations with the same columns.
/// `SQLite` merges both parts in the order of their indexes, provided that each column has the same
/// type in both parts and the columns of the sort order are selected.
macro_rules! people {
    () => {
        "(SELECT m.account_id, m.user_id, u.name, u.email, u.email_key, u.language, m.role,
                 'active' AS state, CAST(NULL AS INTEGER) AS sent_at,
                 CAST(NULL AS INTEGER) AS expires_at, CAST(NULL AS INTEGER) AS declined_at,
                 m.name_key, m.search_key, m.role_rank, m.state_rank
          FROM memberships m JOIN users u ON u.id = m.user_id
          UNION ALL
          SELECT i.account_id, i.id, i.name, i.email, i.email_key, i.language, i.role,
                 'invited', i.sent_at, i.expires_at, i.declined_at,
                 i.name_key, i.search_key, i.role_rank, i.state_rank
          FROM invitations i WHERE i.accepted_by IS NULL) m"
    };
}

pub(super) use people;
