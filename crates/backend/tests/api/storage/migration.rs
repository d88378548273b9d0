//! Tests that databases of earlier versions still work.

use std::{borrow::Cow, path::Path};

use partner_portal_contract::{
    ProblemCode,
    users::{InvitationState, Role, UsersPage},
};
use sqlx::{
    Connection,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};
use tempfile::TempDir;

use crate::support::{
    issuer::{claims, hs256},
    test_app::TestApp,
    visitor::problem,
};

/// The last migration before invitations could expire.
const BEFORE: i64 = 2;

const PEOPLE: &str = "
    INSERT INTO accounts VALUES
        ('acc_old', 'partner-1', 'Old', 'things_to_do', 'Old', 'support@old.example.com');
    INSERT INTO users VALUES
        ('usr_zoe', 'Zoë Åkesson', 'Zoe@old.example.com', 'zoe akesson',
         'zoe akesson' || char(10) || 'zoe@old.example.com'),
        ('usr_lukasz', 'Łukasz Ørsted', 'lo@old.example.com', 'łukasz ørsted',
         'łukasz ørsted' || char(10) || 'lo@old.example.com'),
        ('usr_bob', 'Bob', 'bob@old.example.com', 'bob', 'bob' || char(10) || 'bob@old.example.com');
    INSERT INTO memberships VALUES
        ('acc_old', 'usr_zoe', 'administrator', 'active'),
        ('acc_old', 'usr_lukasz', 'reader', 'active'),
        ('acc_old', 'usr_bob', 'reader', 'invited');
    INSERT INTO drafts VALUES ('acc_old', 'usr_zoe', 1, CAST('half' AS BLOB), 0, 0);
";

const INVITED_PEOPLE: &str = "
    INSERT INTO accounts VALUES
        ('acc_old', 'partner-1', 'Old', 'things_to_do', 'Old', 'support@old.example.com'),
        ('acc_new', 'partner-2', 'New', 'things_to_do', 'New', 'support@new.example.com');
    INSERT INTO users (id, name, email, email_key) VALUES
        ('usr_zoe', 'Zoë', 'zoe@old.example.com', 'zoe@old.example.com'),
        ('usr_ann', 'Ann', 'ann@old.example.com', 'ann@old.example.com'),
        ('usr_ben', 'Ben', 'ben@old.example.com', 'ben@old.example.com');
    INSERT INTO memberships
        (account_id, user_id, role, state, sent_at, expires_at, name_key, search_key)
    VALUES
        ('acc_old', 'usr_zoe', 'administrator', 'active', NULL, NULL, 'zoe', 'zoe'),
        ('acc_old', 'usr_ann', 'reader', 'invited', 0, 1, 'ann', 'ann'),
        ('acc_old', 'usr_ben', 'editor', 'invited', 0, 1798761600000, 'ben', 'ben'),
        ('acc_new', 'usr_ben', 'administrator', 'active', NULL, NULL, 'ben', 'ben');
";

async fn fill(path: &Path) {
    fill_up_to(path, BEFORE, PEOPLE).await;
}

/// Creates a database with all migrations up to `last`.
async fn fill_up_to(path: &Path, last: i64, rows: &'static str) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let all = sqlx::migrate!();
    let earlier = all.iter().filter(|migration| migration.version <= last).cloned().collect();
    let migrator = Migrator { migrations: Cow::Owned(earlier), ..Migrator::DEFAULT };
    migrator.run(&mut connection).await.unwrap();
    sqlx::raw_sql(rows).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn people_drafts_and_invitations_of_an_earlier_version_are_kept() {
    let folder = TempDir::new().unwrap();
    fill(&folder.path().join("portal.db")).await;
    let app = TestApp::over(folder, &["--demo"]).await;
    let person = app.signed_in("usr_zoe").await;
    let page: UsersPage = person.users("acc_old", "").await.json().await.unwrap();
    let names: Vec<_> = page.users.iter().map(|user| user.name.as_str()).collect();
    // Its keys were computed with other rules: Ł sorted after Z, and Ø could not be found by typing
    // O.
    assert_eq!(names, ["Bob", "Łukasz Ørsted", "Zoë Åkesson"]);
    for query in ["akesson", "orsted lukasz"] {
        let found = person.users("acc_old", &format!("query={query}")).await;
        assert_eq!(found.json::<UsersPage>().await.unwrap().total_size, 1, "{query}");
    }
    assert_eq!(person.kept_draft("acc_old").await.unwrap().content, "half");
    // An invitation of the earlier version gets the full period from now on.
    let invitation = page.users[0].invitation.as_ref().unwrap();
    assert_eq!(invitation.state, InvitationState::Pending);
    let again = crate::support::fixtures::named("Zoe", "ZOE@old.example.com", page.users[2].role);
    assert_eq!(person.add_user("acc_old", &again).await.status(), 409);
    assert!(page.users[0].id.starts_with("inv_"));
    let bob = app.joined(&page.users[0].id).await;
    assert_eq!(bob.account("acc_old").await.status(), 200);
}

#[tokio::test]
async fn invited_people_of_an_earlier_version_become_invitations() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("portal.db");
    fill_up_to(&path, 6, INVITED_PEOPLE).await;
    let app = TestApp::over(folder, &["--demo"]).await;
    // Ann was only invited, so her person is deleted. Ben is a member of another account.
    let people = "SELECT count(*) FROM users WHERE id IN ('usr_ann', 'usr_ben', 'usr_zoe')";
    assert_eq!(app.number(people).await, 2);
    let zoe = app.signed_in("usr_zoe").await;
    let page: UsersPage = zoe.users("acc_old", "sort=state").await.json().await.unwrap();
    let names: Vec<_> = page.users.iter().map(|user| user.name.as_str()).collect();
    assert_eq!(names, ["Zoë", "Ann", "Ben"]);
    let (ann, ben) = (&page.users[1], &page.users[2]);
    assert_eq!(ann.invitation.as_ref().unwrap().state, InvitationState::Expired);
    assert_eq!(ben.invitation.as_ref().unwrap().expires_at, "2027-01-01T00:00:00Z");
    assert_ne!(ben.id, "usr_ben");
    let ben = app.signed_in("usr_ben").await;
    problem(ben.account("acc_old").await, ProblemCode::NotFound).await;
    ben.accept_all().await;
    assert_eq!(ben.account("acc_old").await.status(), 200);
}

#[tokio::test]
async fn the_keys_of_earlier_addresses_are_computed_again() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("portal.db");
    fill_up_to(
        &path,
        6,
        "
        INSERT INTO accounts VALUES
            ('acc_old', 'partner-1', 'Old', 'things_to_do', 'Old', 'support@old.example.com');
        INSERT INTO users (id, name, email, email_key) VALUES
            ('usr_zoe', 'Zoë', 'zoë@exämple.com', 'zoë@exämple.com');
        INSERT INTO memberships (account_id, user_id, role, state) VALUES
            ('acc_old', 'usr_zoe', 'administrator', 'active');
    ",
    )
    .await;
    let app = TestApp::over(folder, &["--demo"]).await;
    let zoe = app.signed_in("usr_zoe").await;
    let again = crate::support::fixtures::named("Zoe", "ZOË@xn--exmple-cua.com", Role::Reader);
    problem(zoe.add_user("acc_old", &again).await, ProblemCode::EmailTaken).await;
}

#[tokio::test]
async fn people_whose_addresses_become_equal_are_not_confused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("portal.db");
    fill_up_to(
        &path,
        6,
        "
        INSERT INTO accounts VALUES
            ('acc_old', 'partner-1', 'Old', 'things_to_do', 'Old', 'support@old.example.com');
        INSERT INTO users (id, name, email, email_key) VALUES
            ('usr_zoe', 'Zoë', 'zoë@old.example.com', 'zoë@old.example.com'),
            ('usr_other', 'Other', 'zoË@old.example.com', 'zoË@old.example.com'),
            ('usr_ann', 'Ann', 'änn@old.example.com', 'other@old.example.com');
        INSERT INTO memberships (account_id, user_id, role, state) VALUES
            ('acc_old', 'usr_zoe', 'administrator', 'active'),
            ('acc_old', 'usr_other', 'reader', 'active'),
            ('acc_old', 'usr_ann', 'reader', 'active');
    ",
    )
    .await;
    let mut app = TestApp::over_with_secret(folder, &[]).await;
    for _ in 0..2 {
        for email in ["zoë@old.example.com", "zoË@old.example.com"] {
            let token = hs256(&claims(&app.clock, email, email));
            problem(app.bearer(&token).session().await, ProblemCode::SignedOut).await;
        }
        let ann = hs256(&claims(&app.clock, "s-ann", "änn@old.example.com"));
        assert_eq!(app.bearer(&ann).session().await.status(), 200);
        let refused = "SELECT count(*) FROM users
                       WHERE email_key = 'refused:' || id AND id <> 'usr_operator'";
        assert_eq!(app.number(refused).await, 2);
        app = app.restart_with_secret().await;
    }
}
