//! Writes the report of a policy check.

use std::fmt::Write;

use partner_portal_contract::FieldErrorCode;

use super::changes::{Changes, Counts, Locked};

/// Returns the report as text.
pub(super) fn report(changes: &Changes) -> String {
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = write(&mut text, changes);
    text
}

fn write(text: &mut String, changes: &Changes) -> std::fmt::Result {
    for (integration_type, accounts) in &changes.missing_types {
        writeln!(
            text,
            "the file lacks `{integration_type}`, which {accounts} stored accounts have; the server \
             would refuse it"
        )?;
    }
    if changes.counts.is_empty() {
        return writeln!(text, "no stored account has an integration type of the file");
    }
    let names = changes.counts.keys().map(|(integration_type, _)| integration_type.len());
    let width = names.max().unwrap_or_default().max("INTEGRATION TYPE".len());
    writeln!(
        text,
        "{:<width$}  {:<11}  ACCOUNTS  WOULD LOCK  WOULD OPEN",
        "INTEGRATION TYPE", "ENVIRONMENT"
    )?;
    for ((integration_type, environment), counts) in &changes.counts {
        let Counts { accounts, locks, opens } = counts;
        let environment = environment.as_str();
        writeln!(
            text,
            "{integration_type:<width$}  {environment:<11}  {accounts:>8}  {locks:>10}  {opens:>10}"
        )?;
    }
    if changes.locked == 0 {
        return writeln!(text, "\nno account would lock");
    }
    writeln!(text, "\n{} would lock, the first {}:", changes.locked, changes.named.len())?;
    for Locked { partner_id, integration_type, environment, fields } in &changes.named {
        let fields: Vec<String> = fields
            .iter()
            .map(|(field, reason)| match reason {
                Some(reason) => format!("{} ({})", field.as_str(), name(*reason)),
                None => field.as_str().to_owned(),
            })
            .collect();
        let environment = environment.as_str();
        writeln!(text, "  {partner_id}  {integration_type}  {environment}  {}", fields.join(", "))?;
    }
    Ok(())
}

/// Returns the name of a code on the wire.
fn name(code: FieldErrorCode) -> String {
    serde_json::to_value(code)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
