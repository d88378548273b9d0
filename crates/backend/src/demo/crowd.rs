//! Generates thousands of plausible people. They are the same at every start.

use partner_portal_contract::{search::fold, users::Role};

use super::accounts::Standing;
use crate::{ids::UserId, storage::people::Person};

/// The names, one line per language: given names, a vertical bar, family names.
const NAMES: &str = include_str!("names.txt");

/// Returns the first `count` generated people, each with a role and a standing.
pub(super) fn crowd(count: usize) -> Vec<(Person, Role, Standing)> {
    let languages: Vec<(Vec<&str>, Vec<&str>)> = NAMES.lines().filter_map(names).collect();
    (0..count).map(|number| (person(&languages, number), role(number), standing(number))).collect()
}

fn names(line: &'static str) -> Option<(Vec<&'static str>, Vec<&'static str>)> {
    let (given, family) = line.split_once('|')?;
    let list = |text: &'static str| text.split(',').map(str::trim).collect();
    Some((list(given), list(family)))
}

/// Generates a person. It cycles through the languages. Within a language it uses every pair of
/// names before it repeats one.
fn person(languages: &[(Vec<&str>, Vec<&str>)], number: usize) -> Person {
    let (given, family) = &languages[number % languages.len()];
    let place = number / languages.len();
    let (column, row) = (place % given.len(), place / given.len());
    let name = format!("{} {}", given[column], family[(column + row) % family.len()]);
    Person {
        id: UserId::new(format!("usr_crowd_{number:05}")),
        email: format!("{}.{number}@example.org", local_part(&name)),
        name,
    }
}

/// Returns the name in ASCII letters with dots, or `guide` for a name in another script.
fn local_part(name: &str) -> String {
    let folded = fold(name);
    let plain: String = folded.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() { "guide".to_owned() } else { words.join(".") }
}

fn role(number: usize) -> Role {
    if number % 40 == 7 { Role::Editor } else { Role::Reader }
}

/// Returns the standing. One in twenty-five is invited, and half of these invitations have expired.
fn standing(number: usize) -> Standing {
    match number % 50 {
        12 => Standing::Invited,
        37 => Standing::Expired,
        _ => Standing::Active,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ten_thousand_people_differ_in_name_and_address() {
        let people = crowd(10_000);
        let names: BTreeSet<_> = people.iter().map(|(person, ..)| &person.name).collect();
        let emails: BTreeSet<_> = people.iter().map(|(person, ..)| &person.email).collect();
        assert_eq!((names.len(), emails.len()), (10_000, 10_000));
    }
}
