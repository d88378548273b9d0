//! What the first view costs, part by part, against the limit that it must keep.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::compress::beside;
use super::files_below;

/// The most that the first view may cost over the wire, with brotli. 1 KB is 1000 bytes. It holds
/// what the code weighs, so that nothing is added unseen.
const LIMIT: u64 = 393_000;

/// The most that a page which only imports the entry may have to load.
const LOADER_LIMIT: u64 = 4_000;

/// All that the standalone page in English waits for before its first field can be used.
const FIRST_VIEW: [(&str, &str, &str); 7] = [
    ("page", "index", ".html"),
    ("loader", "partner-portal-", ".js"),
    ("standalone page", "standalone-", ".js"),
    ("app, JavaScript", "app-", ".js"),
    ("app, WebAssembly", "app-", ".wasm"),
    ("styles", "styles-", ".css"),
    ("English", "locales/en-", ".json"),
];

/// Loaded after the first paint.
const BESIDE: [(&str, &str, &str); 6] = [
    ("pages and users", "chunks/split_portal-", ".wasm"),
    ("later styles", "later-", ".css"),
    ("later scripts", "later-", ".js"),
    ("panels of failures", "failure-", ".js"),
    ("tables, JavaScript", "tables-", ".js"),
    ("tables, WebAssembly", "tables-", ".wasm"),
];

/// Bytes as they are, with gzip, and with brotli.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table; the exit code says whether the limit is kept.
pub(crate) fn report(dist: &Path) -> Result<ExitCode> {
    println!(
        "{:<22}{:>12}{:>12}{:>12}   (1 KB = 1000 bytes)",
        "first view", "raw", "gzip", "brotli"
    );
    let total = print_parts(dist, &FIRST_VIEW)?;
    print_row("total", total);
    println!("\nbeside the first view");
    print_parts(dist, &BESIDE)?;

    println!();
    let loader = length(&beside(&dist.join("partner-portal.js"), ".br"))?;
    let kept = [
        is_kept("first view", total.brotli, LIMIT),
        is_kept("loader, before anything is mounted", loader, LOADER_LIMIT),
    ];
    Ok(if kept == [true, true] { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn is_kept(what: &str, size: u64, limit: u64) -> bool {
    let is_kept = size <= limit;
    let verdict = if is_kept { "within" } else { "over" };
    let [size, most] = [size, limit].map(kilobytes);
    println!("{what}: {size} of at most {most} with brotli: {verdict} the limit");
    is_kept
}

fn print_parts(dist: &Path, parts: &[(&str, &str, &str)]) -> Result<Size> {
    let mut total = Size::default();
    for (part, start, end) in parts {
        let file = find(dist, start, end)?;
        let size = Size {
            raw: length(&file)?,
            gzip: length(&beside(&file, ".gz"))?,
            brotli: length(&beside(&file, ".br"))?,
        };
        print_row(part, size);
        total.raw += size.raw;
        total.gzip += size.gzip;
        total.brotli += size.brotli;
    }
    Ok(total)
}

pub(crate) fn find(dist: &Path, start: &str, end: &str) -> Result<PathBuf> {
    files_below(dist)?
        .into_iter()
        .find(|file| {
            let name = file.strip_prefix(dist).unwrap_or(file).to_string_lossy();
            name.starts_with(start) && name.ends_with(end)
        })
        .with_context(|| format!("{} holds no {start}*{end}", dist.display()))
}

fn length(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("measuring {}", file.display()))?.len())
}

fn print_row(part: &str, size: Size) {
    let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilobytes);
    println!("{part:<22}{raw:>12}{gzip:>12}{brotli:>12}");
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{:02} KB", bytes / 1000, bytes % 1000 / 10)
}
