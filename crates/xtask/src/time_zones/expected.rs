//! Computes the expected local times of every zone with an implementation that is independent of
//! the product's.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::release::Release;
use super::tzif::BEGINNING;
use crate::workspace::Workspace;

/// The instant 2037-01-01.
const END: i64 = 2_114_380_800;

/// Writes a line for each name of the newest release: the name, the UTC offset in seconds at the
/// beginning of 2024, and `AT:OFFSET` for each change until the end of 2036. Without a network,
/// uses the newest release fetched by an earlier run, or fails if there is none.
pub(crate) fn write_expected(workspace: &Workspace) -> Result<PathBuf> {
    let release = Release::newest_or_kept(workspace)?;
    eprintln!("[test] the time zones must be those of tzdata {}", release.version);
    let mut text = String::new();
    for name in release.text("zones")?.split_whitespace() {
        let zone = TimeZone::tzif(name, &release.zone(name)?)
            .with_context(|| format!("reading {name}"))?;
        let beginning = Timestamp::from_second(BEGINNING)?;
        let mut offset = zone.to_offset(beginning).seconds();
        write!(text, "{name} {offset}")?;
        for change in zone.following(beginning) {
            let at = change.timestamp().as_second();
            if at >= END {
                break;
            }
            if change.offset().seconds() != offset {
                offset = change.offset().seconds();
                write!(text, " {at}:{offset}")?;
            }
        }
        text.push('\n');
    }
    let file = workspace.state().join("time-zones.txt");
    fs::create_dir_all(workspace.state())?;
    fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}
