//! Merges the loaded pages of the history. Pure functions, so that native tests can run them.

use std::sync::Arc;

use partner_portal_contract::{revision::Revision, users::User};

/// A page of saves, newest first, with the users that they may refer to.
pub(super) type Page = (Vec<Revision>, Arc<Vec<User>>);

/// Inserts the newest page before the loaded ones. Returns `true` if they stay. If saves are
/// missing between them and the newest page, the loaded pages are removed, so that no gap is
/// hidden.
pub(super) fn insert_newest_page(pages: &mut Vec<Page>, newest: Page) -> bool {
    let latest = pages.first().and_then(|(revisions, _)| revisions.first());
    let meets =
        |oldest: &Revision| latest.is_some_and(|latest| oldest.revision <= latest.revision + 1);
    let oldest = newest.0.last().filter(|oldest| meets(oldest)).map(|oldest| oldest.revision);
    match oldest {
        Some(oldest) => {
            for (revisions, _) in pages.iter_mut() {
                revisions.retain(|revision| revision.revision < oldest);
            }
        }
        None => pages.clear(),
    }
    pages.insert(0, newest);
    oldest.is_some()
}

#[cfg(test)]
mod tests {
    use partner_portal_contract::{ContactInformationInput, contact_information::UpdatedBy};

    use super::*;

    fn page(numbers: impl DoubleEndedIterator<Item = u64>) -> Page {
        let revision = |revision| Revision {
            revision,
            saved_by: UpdatedBy { id: "usr_maya".to_owned(), name: "Maya".to_owned() },
            saved_at: "2026-11-23T09:00:00Z".to_owned(),
            changed_fields: Vec::new(),
            before: ContactInformationInput::default(),
            after: ContactInformationInput::default(),
        };
        (numbers.rev().map(revision).collect(), Arc::default())
    }

    fn after(open: &[Page], newest: Page) -> (Vec<u64>, bool) {
        let mut pages = open.to_vec();
        let stays = insert_newest_page(&mut pages, newest);
        let numbers = pages
            .iter()
            .flat_map(|(revisions, _)| revisions.iter().map(|revision| revision.revision));
        (numbers.collect(), stays)
    }

    #[test]
    fn loaded_pages_stay_if_they_meet_the_newest_page() {
        let open = [page(11..=20), page(1..=10)];
        let all: Vec<u64> = (1..=21).rev().collect();
        assert_eq!(after(&open, page(12..=21)), (all.clone(), true));
        assert_eq!(after(&open, page(21..=21)), (all, true));
        assert_eq!(after(&open, page(1..=20)), ((1..=20).rev().collect(), true));
    }

    #[test]
    fn loaded_pages_are_removed_if_there_is_a_gap_before_the_newest_page() {
        let open = [page(1..=10)];
        assert_eq!(after(&open, page(12..=21)), ((12..=21).rev().collect(), false));
        assert_eq!(after(&[], page(1..=3)), (vec![3, 2, 1], false));
        assert_eq!(after(&open, page(0..0)), (vec![], false));
    }
}
