//! Maintains the time-zone data. `cargo xtask time-zones` generates it from the current IANA
//! release, and the city names from CLDR. `cargo xtask test` compares the product's results with
//! that release.

mod cities;
mod expected;
mod names;
mod release;
mod rule;
mod tzif;

pub(crate) use expected::write_expected;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use self::names::Names;
use self::release::Release;
use crate::workspace::Workspace;

/// The product's data file, relative to the repository's root.
const FILE: &str = "crates/contract/src/time_zones/zones.txt";

/// Regenerates the product's data file.
pub(crate) fn run(workspace: &Workspace) -> Result<ExitCode> {
    let release = Release::newest(workspace)?;
    let names = Names::read(&release)?;
    let text = data(&release, &names)?;
    let file = workspace.root.join(FILE);
    let is_new = !fs::read_to_string(&file).is_ok_and(|known| known == text);
    fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
    let what = if is_new { "is now" } else { "already was" };
    eprintln!("{FILE} {what} tzdata {}", release.version);
    cities::write(workspace, &names)?;
    Ok(ExitCode::SUCCESS)
}

fn data(release: &Release, names: &Names) -> Result<String> {
    let mut rules = BTreeSet::new();
    for (zone, aliases) in &names.zones {
        let rule = rule_of(release, zone)?;
        for alias in aliases {
            ensure!(
                rule_of(release, alias)? == rule,
                "{alias} is no longer the same as {zone}: see crates/xtask/src/time_zones/names.rs"
            );
        }
        rules.insert(rule);
    }
    let mut text = format!(
        "# The IANA time zones as of PyPI's tzdata {}. Written by `cargo xtask time-zones`: do not\n\
         # edit. `bundled.rs` says how it is read.\n",
        release.version
    );
    for rule in &rules {
        writeln!(text, "= {rule}")?;
    }
    for (zone, aliases) in &names.zones {
        let rule = rule_of(release, zone)?;
        let index = rules.iter().position(|known| *known == rule).context("a rule of its own")?;
        write!(text, "{index} {zone}")?;
        for alias in aliases {
            write!(text, " {alias}")?;
        }
        text.push('\n');
    }
    Ok(text)
}

fn rule_of(release: &Release, name: &str) -> Result<String> {
    let bytes = release.zone(name)?;
    let zone = tzif::read(&bytes).with_context(|| format!("reading {name}"))?;
    rule::text(&zone).with_context(|| format!("the rule of {name}"))
}
