//! Adds accounts with a few people to the demo's database, up to a given number of accounts, so that
//! `cargo xtask bench` measures with a realistic size:
//! `cargo run --package partner-portal-backend --example more_accounts -- FILE NUMBER`.
//!
//! It writes through the backend's own storage, so all keys and indexes equal those of the backend.
//! It is not part of the backend's program.

use std::{env, error::Error, path::Path};

use partner_portal_backend::{
    ids::{AccountId, UserId},
    storage::{
        Storage,
        accounts::{Membership, StoredAccount},
        people::Person,
        seed::Seed,
    },
};
use partner_portal_contract::{account::Brand, users::Role};

/// The people of each account. Every integration type offers their roles.
const PEOPLE: [(&str, Role); 5] = [
    ("Anna", Role::Administrator),
    ("Bruno", Role::Administrator),
    ("Chiara", Role::Editor),
    ("Dawid", Role::Reader),
    ("Efrat", Role::Reader),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(file), Some(number)) = (arguments.next(), arguments.next()) else {
        return Err("FILE and NUMBER are needed".into());
    };
    let wanted: i64 = number.parse()?;
    let storage = Storage::open_sqlite(Path::new(&file)).await?;
    let in_use = storage.integration_types_in_use().await?;
    if in_use.is_empty() {
        return Err("the demo has not filled this database yet".into());
    }
    let existing: i64 = in_use.iter().map(|(_, accounts)| accounts).sum();
    // The new accounts repeat the integration types of the existing ones.
    let integration_types = in_use.iter().map(|(id, _)| id).cycle();
    let mut seed = Seed::default();
    for (number, integration_type) in (existing..wanted).zip(integration_types) {
        add_account(&mut seed, number, integration_type);
    }
    storage.plant(&seed).await?;
    storage.close().await;
    Ok(())
}

fn add_account(seed: &mut Seed, number: i64, integration_type: &str) {
    let account_id = AccountId::new(format!("acc_more_{number:06}"));
    let name = format!("Partner {number}");
    let domain = format!("partner-{number}.example.net");
    for (given, role) in PEOPLE {
        let key = given.to_lowercase();
        let user_id = UserId::new(format!("usr_more_{number:06}_{key}"));
        seed.people.push(Person {
            id: user_id.clone(),
            name: format!("{given} of {name}"),
            email: format!("{key}@{domain}"),
        });
        seed.memberships.push(Membership { account_id: account_id.clone(), user_id, role });
    }
    seed.accounts.push(StoredAccount {
        id: account_id,
        partner_id: format!("partner-more-{number:06}"),
        default_brand: Brand { name: name.clone(), support_email: format!("support@{domain}") },
        name,
        integration_type: integration_type.to_owned(),
    });
}
