//! Reports the download size of each part and compares the totals with their limits.

use std::fs;
use std::ops::Add;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::compress::beside;
use super::files::files_below;

/// The maximum brotli size before the user can type into the first field, in bytes. 1 KB is 1000
/// bytes.
const FIRST_FIELD_LIMIT: u64 = 30_000;

/// The maximum brotli size before the form can validate and save.
const FORM_LIMIT: u64 = 300_000;

/// The maximum brotli size for a page that only imports the entry.
const LOADER_LIMIT: u64 = 4_000;

/// The files that the standalone page in English needs before the user can type into the first
/// field.
const FIRST_FIELD: [Part; 6] = [
    ("page", "index", ".html"),
    ("loader", "partner-portal-", ".js"),
    ("standalone page", "standalone-", ".js"),
    ("first view, script", "first_view-", ".js"),
    ("first view, English", "first-views/en-sandbox-", ".json"),
    ("styles", "styles-", ".css"),
];

/// The additional files that the form needs.
const FORM: [Part; 3] = [
    ("app, JavaScript", "app-", ".js"),
    ("app, WebAssembly", "app-", ".wasm"),
    ("English", "locales/en-", ".json"),
];

/// Files that are loaded on demand or while the browser is idle.
const BESIDE: [Part; 7] = [
    ("preview of the week", "chunks/split_coverage-", ".wasm"),
    ("pages and users", "chunks/split_portal-", ".wasm"),
    ("deferred styles", "deferred-", ".css"),
    ("deferred scripts", "deferred-", ".js"),
    ("panels of failures", "failure-", ".js"),
    ("tables, JavaScript", "tables-", ".js"),
    ("tables, WebAssembly", "tables-", ".wasm"),
];

/// The label of a file in the table, and the start and end of its name.
type Part = (&'static str, &'static str, &'static str);

/// The number of bytes: uncompressed, with gzip, and with brotli.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Prints the table. The exit code tells whether all limits are kept.
pub(crate) fn report(dist: &Path) -> Result<ExitCode> {
    let first_field = print_parts(dist, "until the first field", &FIRST_FIELD)?;
    print_row("total", first_field);
    let form = first_field + print_parts(dist, "until the form works", &FORM)?;
    print_row("total, with the above", form);
    print_parts(dist, "beside", &BESIDE)?;

    println!();
    let loader = length(&beside(&dist.join("partner-portal.js"), ".br"))?;
    let kept = [
        is_kept("until the first field can be typed into", first_field.brotli, FIRST_FIELD_LIMIT),
        is_kept("until the form checks and saves", form.brotli, FORM_LIMIT),
        is_kept("loader, before anything is mounted", loader, LOADER_LIMIT),
    ];
    Ok(if kept == [true; 3] { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn is_kept(what: &str, size: u64, limit: u64) -> bool {
    let is_kept = size <= limit;
    let relation = if is_kept { "within" } else { "over" };
    let [size, most] = [size, limit].map(kilobytes);
    println!("{what}: {size} of at most {most} with brotli: {relation} the limit");
    is_kept
}

fn print_parts(dist: &Path, title: &str, parts: &[Part]) -> Result<Size> {
    println!("\n{title:<24}{:>12}{:>12}{:>12}   (1 KB = 1000 bytes)", "raw", "gzip", "brotli");
    let mut total = Size::default();
    for (part, start, end) in parts {
        let file = find(dist, start, end)?;
        let size = Size {
            raw: length(&file)?,
            gzip: length(&beside(&file, ".gz"))?,
            brotli: length(&beside(&file, ".br"))?,
        };
        print_row(part, size);
        total = total + size;
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
    println!("{part:<24}{raw:>12}{gzip:>12}{brotli:>12}");
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{:02} KB", bytes / 1000, bytes % 1000 / 10)
}
