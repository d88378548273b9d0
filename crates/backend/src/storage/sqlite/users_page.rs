//! Searches, sorts and pages the list of an account's users. Every sort order has an index of
//! members and one of invitations, so a page reads few rows besides its own. A search reads the
//! keys of the account once.

use chrono::{DateTime, Utc};
use partner_portal_contract::users::{Role, UserState, UsersSort};
use sqlx::SqliteConnection;

use super::{
    database::Storage,
    people::people,
    rows::{UserRow, count},
    users::{alert_contacts, json_list},
};
use crate::{
    ids::{AccountId, UserId},
    storage::{
        error::StorageError,
        person_keys::query_words,
        users::{StoredUsersPage, UsersFilter, UsersPosition},
    },
};

/// The condition on a row `m` of either table: the account, the longest word of the query, its
/// other words, and the role. The other words are a JSON array. Checking it takes three times as
/// long as checking one word, but few rows contain the longest word. `instr` compares literally, so
/// `%` and `_` are ordinary characters.
macro_rules! fits {
    () => {
        "m.account_id = ?1
           AND (?2 = '' OR instr(m.search_key, ?2) > 0)
           AND (?3 = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(?3) word
                                         WHERE instr(m.search_key, word.value) = 0))
           AND (?4 = '' OR m.role = ?4)"
    };
}

/// A page in one sort order. Takes the rank column, the condition for rows after a position, and
/// the order.
macro_rules! page {
    ($rank:literal, $after:literal, $order:literal) => {
        concat!(
            "SELECT m.user_id AS id, m.name, m.email, m.role, m.state, m.sent_at, m.expires_at,
                    m.declined_at, m.name_key, ",
            $rank,
            " AS rank FROM ",
            people!(),
            " WHERE ",
            fits!(),
            " AND (?5 = '' OR m.state = ?5) AND (?6 IS NULL OR ",
            $after,
            ") ORDER BY ",
            $order,
            " LIMIT ?9"
        )
    };
}

/// Counts the matching users. It counts members and invitations separately, because both tables
/// hold the needed columns. It therefore does not read the table `users`.
const TOTAL_SIZE: &str = concat!(
    "SELECT iif(?5 IN ('', 'active'), (SELECT count(*) FROM memberships m WHERE ",
    fits!(),
    "), 0) + iif(?5 IN ('', 'invited'), (SELECT count(*) FROM invitations m
                                         WHERE m.accepted_by IS NULL AND ",
    fits!(),
    "), 0)"
);

const fn statement(sort: UsersSort) -> &'static str {
    match sort {
        UsersSort::Name => {
            page!("0", "(m.name_key, m.user_id) > (?7, ?8)", "m.name_key, m.user_id")
        }
        UsersSort::NameDescending => page!(
            "0",
            "m.name_key < ?7 OR (m.name_key = ?7 AND m.user_id > ?8)",
            "m.name_key DESC, m.user_id"
        ),
        UsersSort::Role => page!(
            "m.role_rank",
            "(m.role_rank, m.name_key, m.user_id) > (?6, ?7, ?8)",
            "m.role_rank, m.name_key, m.user_id"
        ),
        UsersSort::RoleDescending => page!(
            "m.role_rank",
            "m.role_rank < ?6 OR (m.role_rank = ?6 AND (m.name_key, m.user_id) > (?7, ?8))",
            "m.role_rank DESC, m.name_key, m.user_id"
        ),
        UsersSort::State => page!(
            "m.state_rank",
            "(m.state_rank, m.name_key, m.user_id) > (?6, ?7, ?8)",
            "m.state_rank, m.name_key, m.user_id"
        ),
        UsersSort::StateDescending => page!(
            "m.state_rank",
            "m.state_rank < ?6 OR (m.state_rank = ?6 AND (m.name_key, m.user_id) > (?7, ?8))",
            "m.state_rank DESC, m.name_key, m.user_id"
        ),
    }
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    user: UserRow,
    name_key: String,
    rank: i64,
}

impl Storage {
    /// Returns one page of the matching users, after a position in the list.
    pub async fn users(
        &self,
        account: &AccountId,
        filter: &UsersFilter,
        after: Option<&UsersPosition>,
        page_size: u32,
        now: DateTime<Utc>,
    ) -> Result<StoredUsersPage, StorageError> {
        let filter = BoundFilter::of(account, filter)?;
        // All statements use one reader and one snapshot, so the count fits the page.
        let mut snapshot = self.readers.begin().await?;
        let alert_contacts = alert_contacts(&mut snapshot, account).await?;
        let total_size = filter.total_size(&mut snapshot).await?;
        let mut rows: Vec<ListedRow> = sqlx::query_as(statement(filter.sort))
            .bind(filter.account)
            .bind(&filter.longest_word)
            .bind(&filter.other_words)
            .bind(filter.role)
            .bind(filter.state)
            .bind(after.map(|position| position.rank))
            .bind(after.map(|position| &position.name_key))
            .bind(after.map(|position| &position.user_id))
            // An additional row shows that another page follows.
            .bind(page_size + 1)
            .fetch_all(&mut *snapshot)
            .await?;
        let followed = rows.len() > page_size as usize;
        rows.truncate(page_size as usize);
        let next = rows.last().filter(|_| followed).map(|row| UsersPosition {
            rank: row.rank,
            name_key: row.name_key.clone(),
            user_id: UserId::new(row.user.id()),
        });
        let users = rows.into_iter().map(|row| row.user.into_user(now, &alert_contacts));
        Ok(StoredUsersPage { users: users.collect::<Result<_, _>>()?, total_size, next })
    }
}

/// A filter in the form of the statements' parameters.
struct BoundFilter<'a> {
    account: &'a AccountId,
    longest_word: String,
    /// A JSON array.
    other_words: String,
    role: &'static str,
    state: &'static str,
    sort: UsersSort,
}

impl<'a> BoundFilter<'a> {
    fn of(account: &'a AccountId, filter: &UsersFilter) -> Result<Self, StorageError> {
        let mut words = query_words(&filter.query);
        words.sort_by_key(String::len);
        Ok(Self {
            account,
            longest_word: words.pop().unwrap_or_default(),
            other_words: json_list(&words)?,
            role: filter.role.map_or("", Role::as_str),
            state: filter.state.map_or("", UserState::as_str),
            sort: filter.sort,
        })
    }

    async fn total_size(&self, connection: &mut SqliteConnection) -> Result<u64, StorageError> {
        let number: i64 = sqlx::query_scalar(TOTAL_SIZE)
            .bind(self.account)
            .bind(&self.longest_word)
            .bind(&self.other_words)
            .bind(self.role)
            .bind(self.state)
            .fetch_one(connection)
            .await?;
        count(number)
    }
}

#[cfg(test)]
mod tests {
    use sqlx::Row;

    use super::*;

    async fn storage() -> (tempfile::TempDir, Storage) {
        let folder = tempfile::TempDir::new().unwrap();
        let storage = Storage::open_sqlite(&folder.path().join("portal.db")).await.unwrap();
        (folder, storage)
    }

    async fn plan(storage: &Storage, statement: &str) -> Vec<String> {
        let explain = format!("EXPLAIN QUERY PLAN {statement}");
        let steps = sqlx::query(sqlx::AssertSqlSafe(explain)).fetch_all(&storage.readers).await;
        steps.unwrap().iter().map(|step| step.get("detail")).collect()
    }

    #[tokio::test]
    async fn a_count_reads_only_the_indexes_of_memberships_and_invitations() {
        let (_folder, storage) = storage().await;
        let plan = plan(&storage, TOTAL_SIZE).await;
        let reads: Vec<_> = plan
            .iter()
            .filter(|step| step.starts_with("SEARCH ") || step.starts_with("SCAN "))
            .filter(|step| {
                !["SCAN CONSTANT ROW", "SCAN word "].iter().any(|it| step.starts_with(it))
            })
            .collect();
        assert_eq!(reads.len(), 2, "{plan:?}");
        for (read, table) in reads.into_iter().zip(["memberships", "invitations"]) {
            assert!(read.starts_with(&format!("SEARCH m USING INDEX {table}_")), "{plan:?}");
            assert!(read.contains("(account_id=?"), "{plan:?}");
        }
    }

    #[tokio::test]
    async fn every_sort_order_reads_the_users_of_one_account_from_an_index() {
        let (_folder, storage) = storage().await;
        for (sort, index) in [
            (UsersSort::Name, "by_name"),
            (UsersSort::NameDescending, "by_name"),
            (UsersSort::Role, "by_role"),
            (UsersSort::RoleDescending, "by_role_descending"),
            (UsersSort::State, "by_state"),
            (UsersSort::StateDescending, "by_state_descending"),
        ] {
            let plan = plan(&storage, statement(sort)).await;
            for (alias, table) in [("m", "memberships"), ("i", "invitations")] {
                let by_index = format!("SEARCH {alias} USING INDEX {table}_{index} (account_id=?)");
                assert!(plan.contains(&by_index), "{}: {plan:?}", sort.as_str());
            }
            // In descending order by name, only rows with equal names still need sorting.
            let sorts = plan.iter().any(|step| step.starts_with("USE TEMP B-TREE FOR ORDER BY"));
            assert!(!sorts, "{}: {plan:?}", sort.as_str());
            let is_partial = plan.iter().any(|step| step.contains("TEMP B-TREE"));
            assert_eq!(is_partial, sort == UsersSort::NameDescending, "{plan:?}");
        }
    }
}
