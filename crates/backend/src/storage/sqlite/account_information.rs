//! Reads many accounts with the data from which their requirements are evaluated.

use std::collections::BTreeSet;

use partner_portal_contract::{ContactInformationInput, language::Language};

use super::{
    database::Storage,
    rows::{AccountRow, count, instant},
    users::json_list,
};
use crate::{
    ids::UserId,
    storage::{
        accounts::{AccountInformation, AccountsFilter, StoredAccount},
        error::StorageError,
        person_keys::query_words,
    },
};

/// Selects the columns of [`InformationRow`] of the accounts `a`.
macro_rules! account_information {
    () => {
        "SELECT a.id AS account_id, a.partner_id, a.name AS account_name, a.integration_type,
                a.brand_name, a.brand_support_email,
                a.language, a.brand_id, a.changed_at,
                (SELECT json_group_array(json_object(
                     'id', b.id, 'name', b.name, 'support_email', b.support_email)
                     ORDER BY b.position)
                 FROM other_brands b WHERE b.account_id = a.id) AS other_brands,
                coalesce(r.revision, 0) AS revision, r.document,
                (SELECT json_group_array(m.user_id)
                 FROM json_each(r.document, '$.alert_contacts') named
                 JOIN memberships m ON m.account_id = a.id AND m.user_id = named.value)
                    AS active_alert_contacts
         FROM accounts a
         LEFT JOIN contact_information_revisions r
             ON r.account_id = a.id
            AND r.revision = (SELECT max(newest.revision)
                              FROM contact_information_revisions newest
                              WHERE newest.account_id = a.id)"
    };
}

#[derive(sqlx::FromRow)]
struct InformationRow {
    #[sqlx(flatten)]
    account: AccountRow,
    language: String,
    brand_id: String,
    changed_at: i64,
    other_brands: String,
    revision: i64,
    document: Option<String>,
    active_alert_contacts: String,
}

impl TryFrom<InformationRow> for AccountInformation {
    type Error = StorageError;

    fn try_from(row: InformationRow) -> Result<Self, Self::Error> {
        // The parser's message would quote the document, which contains personal data.
        let unreadable = |_| StorageError::Unreadable("contact_information_revisions.document");
        let document = match row.document {
            Some(document) => serde_json::from_str(&document).map_err(unreadable)?,
            None => ContactInformationInput::default(),
        };
        let active: Vec<String> =
            serde_json::from_str(&row.active_alert_contacts).map_err(unreadable)?;
        Ok(Self {
            account: StoredAccount::from(row.account),
            document,
            language: Language::parse(&row.language)
                .ok_or(StorageError::Unreadable("accounts.language"))?,
            default_brand_id: row.brand_id,
            other_brands: serde_json::from_str(&row.other_brands).map_err(unreadable)?,
            changed_at: instant(row.changed_at)?,
            revision: count(row.revision)?,
            active_alert_contacts: active.into_iter().map(UserId::new).collect::<BTreeSet<_>>(),
        })
    }
}

impl Storage {
    /// Returns the accounts with these partner ids. Unknown ids are skipped.
    pub async fn account_information_of(
        &self,
        partner_ids: &[&str],
    ) -> Result<Vec<AccountInformation>, StorageError> {
        let rows: Vec<InformationRow> = sqlx::query_as(concat!(
            account_information!(),
            " WHERE a.partner_id IN (SELECT value FROM json_each(?1))",
        ))
        .bind(json_list(partner_ids)?)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(TryInto::try_into).collect()
    }

    /// Returns the first matching accounts whose partner id follows `after`, sorted by partner id.
    pub async fn filtered_accounts(
        &self,
        filter: &AccountsFilter,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<AccountInformation>, StorageError> {
        let rows: Vec<InformationRow> = sqlx::query_as(concat!(
            account_information!(),
            " WHERE a.partner_id > ?1
                AND (?3 IS NULL OR a.integration_type = ?3)
                AND (?4 IS NULL OR a.changed_at >= ?4)
                AND NOT EXISTS (SELECT 1 FROM json_each(?5) word
                                WHERE instr(a.search_key, word.value) = 0)
              ORDER BY a.partner_id LIMIT ?2",
        ))
        .bind(after)
        .bind(at_most)
        .bind(&filter.integration_type)
        .bind(filter.changed_since.map(|instant| instant.timestamp_millis()))
        .bind(json_list(&query_words(&filter.query))?)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(TryInto::try_into).collect()
    }

    /// Returns the first accounts whose partner id follows `after`, sorted by partner id.
    pub async fn account_information_after(
        &self,
        after: &str,
        at_most: u32,
    ) -> Result<Vec<AccountInformation>, StorageError> {
        let rows: Vec<InformationRow> = sqlx::query_as(concat!(
            account_information!(),
            " WHERE a.partner_id > ?1 ORDER BY a.partner_id LIMIT ?2",
        ))
        .bind(after)
        .bind(at_most)
        .fetch_all(&self.readers)
        .await?;
        rows.into_iter().map(TryInto::try_into).collect()
    }
}
