//! A database of an earlier version goes on working.

use std::{borrow::Cow, path::Path};

use partner_portal_contract::users::{InvitationState, UsersPage};
use sqlx::{
    Connection,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};
use tempfile::TempDir;

use crate::test_app::TestApp;

/// The last version without invitations that expire.
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

async fn fill(path: &Path) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    let all = sqlx::migrate!();
    let earlier = all.iter().filter(|migration| migration.version <= BEFORE).cloned().collect();
    let migrator = Migrator { migrations: Cow::Owned(earlier), ..Migrator::DEFAULT };
    migrator.run(&mut connection).await.unwrap();
    sqlx::raw_sql(PEOPLE).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn people_drafts_and_invitations_of_an_earlier_version_are_still_there() {
    let folder = TempDir::new().unwrap();
    fill(&folder.path().join("portal.db")).await;
    let app = TestApp::over(folder, &["--demo"]).await;
    let person = app.signed_in("usr_zoe").await;
    let page: UsersPage = person.users("acc_old", "").await.json().await.unwrap();
    let names: Vec<_> = page.users.iter().map(|user| user.name.as_str()).collect();
    // Its keys were written by other rules, by which Ł comes after Z and nobody can type Ø.
    assert_eq!(names, ["Bob", "Łukasz Ørsted", "Zoë Åkesson"]);
    for query in ["akesson", "orsted lukasz"] {
        let found = person.users("acc_old", &format!("query={query}")).await;
        assert_eq!(found.json::<UsersPage>().await.unwrap().total_size, 1, "{query}");
    }
    assert_eq!(person.kept_draft("acc_old").await.unwrap().content, "half");
    // An invitation from before has the whole time from now on.
    let invitation = page.users[0].invitation.as_ref().unwrap();
    assert_eq!(invitation.state, InvitationState::Pending);
    let again = crate::access::named("Zoe", "ZOE@old.example.com", page.users[2].role);
    assert_eq!(person.add_user("acc_old", &again).await.status(), 409);
    assert_eq!(app.signed_in("usr_bob").await.account("acc_old").await.status(), 200);
}
