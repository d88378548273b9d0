//! The pages of the history that have been read. Pure, so that it is tested natively.

use std::sync::Arc;

use partner_portal_contract::{revision::Revision, users::User};

/// One page of saves, newest first, with the users whom they may name.
pub(super) type Page = (Vec<Revision>, Arc<Vec<User>>);

/// Puts the newest page before those that somebody has opened, and says whether they are still
/// there: what does not meet the newest page gives way to it.
pub(super) fn put_in_front(pages: &mut Vec<Page>, newest: Page) -> bool {
    let latest = pages.first().and_then(|(revisions, _)| revisions.first());
    let meets = |oldest: &Revision| latest.is_some_and(|it| oldest.revision <= it.revision + 1);
    let oldest = newest.0.last().filter(|it| meets(it)).map(|it| it.revision);
    match oldest {
        Some(oldest) => {
            for (revisions, _) in pages.iter_mut() {
                revisions.retain(|it| it.revision < oldest);
            }
        }
        None => pages.clear(),
    }
    pages.insert(0, newest);
    oldest.is_some()
}

#[cfg(test)]
mod tests {
    use partner_portal_contract::{ContactInformationDraft, contact_information::UpdatedBy};

    use super::*;

    fn page(numbers: impl DoubleEndedIterator<Item = u64>) -> Page {
        let revision = |revision| Revision {
            revision,
            saved_by: UpdatedBy { id: "usr_maya".to_owned(), name: "Maya".to_owned() },
            saved_at: "2026-11-23T09:00:00Z".to_owned(),
            changed_fields: Vec::new(),
            before: ContactInformationDraft::default(),
            after: ContactInformationDraft::default(),
        };
        (numbers.rev().map(revision).collect(), Arc::default())
    }

    fn after(open: &[Page], newest: Page) -> (Vec<u64>, bool) {
        let mut pages = open.to_vec();
        let stays = put_in_front(&mut pages, newest);
        let numbers =
            pages.iter().flat_map(|(revisions, _)| revisions.iter().map(|it| it.revision));
        (numbers.collect(), stays)
    }

    #[test]
    fn what_meets_the_newest_page_stays_open() {
        let open = [page(11..=20), page(1..=10)];
        let all: Vec<u64> = (1..=21).rev().collect();
        assert_eq!(after(&open, page(12..=21)), (all.clone(), true));
        assert_eq!(after(&open, page(21..=21)), (all, true));
        assert_eq!(after(&open, page(1..=20)), ((1..=20).rev().collect(), true));
    }

    #[test]
    fn a_gap_is_never_shown_as_none() {
        let open = [page(1..=10)];
        assert_eq!(after(&open, page(12..=21)), ((12..=21).rev().collect(), false));
        assert_eq!(after(&[], page(1..=3)), (vec![3, 2, 1], false));
        assert_eq!(after(&open, page(0..0)), (vec![], false));
    }
}
