//! Tests that every top-level domain, and every other suffix below which domains are registered, is
//! accepted.

use std::{fs, path::Path, process::Command};

use partner_portal_contract::{BundledReferenceData, EmailAddress, ReferenceData};

/// Returns the public suffix list of the crate `psl`, without wildcards and exceptions.
fn suffixes() -> Vec<String> {
    let host = output(Command::new("rustc").args(["--print", "host-tuple"]));
    let metadata = output(
        Command::new(env!("CARGO"))
            .args(["metadata", "--offline", "--format-version=1", "--filter-platform", host.trim()])
            .current_dir(env!("CARGO_MANIFEST_DIR")),
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("cargo writes JSON");
    let manifest = metadata["packages"]
        .as_array()
        .and_then(|packages| packages.iter().find(|package| package["name"] == "psl"))
        .and_then(|package| package["manifest_path"].as_str())
        .expect("psl is a development dependency");
    let rules = Path::new(manifest).with_file_name("data").join("rules.txt");
    let rules = fs::read_to_string(rules).expect("psl contains the rules");
    let plain = |rule: &str| rule.trim_start_matches(['!', '*', '.']).to_owned();
    rules.lines().map(plain).filter(|suffix| is_of_icann(suffix)).collect()
}

fn output(command: &mut Command) -> String {
    let output = command.output().expect("the toolchain is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn is_of_icann(suffix: &str) -> bool {
    let ascii = BundledReferenceData.domain(suffix).map(|domain| domain.ascii);
    psl::suffix(ascii.unwrap_or_default().as_bytes())
        .is_some_and(|suffix| suffix.typ() == Some(psl::Type::Icann))
}

#[test]
fn an_address_below_every_public_suffix_is_accepted_in_both_forms() {
    let suffixes = suffixes();
    assert!(suffixes.len() > 6_000, "{} suffixes are not the list", suffixes.len());
    let top_levels = suffixes.iter().filter(|suffix| !suffix.contains('.')).count();
    assert!(top_levels > 1_400, "{top_levels} top-level domains are not all");
    let lost: Vec<_> = suffixes.iter().filter(|suffix| !is_kept(suffix)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

fn is_kept(suffix: &str) -> bool {
    let stored = format!("user@example.{suffix}");
    let parse = |text: &str| {
        EmailAddress::parse(text, &BundledReferenceData).map(|address| address.to_string())
    };
    let punycode =
        BundledReferenceData.domain(suffix).map(|domain| format!("user@example.{}", domain.ascii));
    parse(&stored).as_deref() == Ok(&stored)
        && punycode.is_some_and(|typed| parse(&typed).as_deref() == Ok(&stored))
}
