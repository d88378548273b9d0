//! Tests the tokens of the operator's own systems.

use tempfile::TempDir;

use super::support::{failed, succeeded};

fn migrated() -> TempDir {
    let folder = TempDir::new().unwrap();
    succeeded(folder.path(), &["migrate"]);
    folder
}

#[test]
fn a_token_is_printed_once_and_stored_only_as_a_hash() {
    let folder = migrated();
    let create = ["token", "create", "--name", "Billing system", "--scope", "write"];
    let printed = succeeded(folder.path(), &create);
    let token = printed.strip_suffix('\n').unwrap();
    assert!(token.starts_with("ppo_"), "{token}");
    assert_eq!(token.len(), "ppo_".len() + 64, "256 bits");
    let list = succeeded(folder.path(), &["token", "list"]);
    assert!(list.contains("Billing system"), "{list}");
    assert!(!list.contains(token));
    for file in ["portal.db", "portal.db-wal"] {
        let bytes = std::fs::read(folder.path().join("var").join(file)).unwrap_or_default();
        let secret = token.trim_start_matches("ppo_").as_bytes();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{file}");
    }
}

#[test]
fn the_list_shows_scope_expiry_and_state() {
    let folder = migrated();
    for (name, scope, lifetime) in [("a", "read", "12h"), ("b", "write", "3650d")] {
        let create = ["token", "create", "--name", name, "--scope", scope, "--expires", lifetime];
        succeeded(folder.path(), &create);
    }
    let text = succeeded(folder.path(), &["token", "revoke", "a"]);
    assert!(text.starts_with("revoked a (tok_"), "{text}");
    let list = succeeded(folder.path(), &["token", "list"]);
    let lines: Vec<Vec<&str>> =
        list.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines.len(), 3, "{list}");
    let [_, first, second] = &lines[..] else { panic!("{list}") };
    assert_eq!((first[1], first[4], first[5]), ("read", "revoked", "a"));
    assert_eq!((second[1], second[4], second[5]), ("write", "valid", "b"));
    assert!(second[3].ends_with('Z'), "{list}");
}

#[test]
fn a_name_is_unique_until_its_token_is_revoked() {
    let folder = migrated();
    let create = ["token", "create", "--name", "billing", "--scope", "read"];
    let first = succeeded(folder.path(), &create);
    let text = failed(2, folder.path(), &create);
    assert!(text.contains("--name: `billing` is in use"), "{text}");
    let list = succeeded(folder.path(), &["token", "list"]);
    let id = list.lines().nth(1).unwrap().split_whitespace().next().unwrap();
    succeeded(folder.path(), &["token", "revoke", id]);
    let text = failed(2, folder.path(), &["token", "revoke", id]);
    assert!(text.contains("no token"), "{text}");
    assert_ne!(succeeded(folder.path(), &create), first);
}

#[test]
fn an_invalid_argument_is_named() {
    let folder = migrated();
    let create = |name: &str, scope: &str, lifetime: &str| {
        let flags = ["token", "create", "--name", name, "--scope", scope, "--expires", lifetime];
        failed(2, folder.path(), &flags)
    };
    assert!(create("", "read", "90d").contains("--name"));
    assert!(create("tok_1", "read", "90d").contains("--name"));
    assert!(create("a\nb", "read", "90d").contains("--name"));
    assert!(create("a", "admin", "90d").contains("--scope"));
    assert!(create("a", "read", "forever").contains("--expires"));
    assert_eq!(succeeded(folder.path(), &["token", "list"]).lines().count(), 1);
}
