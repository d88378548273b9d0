//! Formats a zone's rule for the product's data file.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};

use super::tzif::Zone;

/// Returns `RULE`, or `RULE ; FIRST AT:OFFSET AT:OFFSET ...`, all in minutes.
pub(super) fn text(zone: &Zone) -> Result<String> {
    let mut text = yearly(&zone.footer)
        .with_context(|| format!("`{}` is written in a way not known here", zone.footer))?;
    if !zone.changes.is_empty() {
        write!(text, " ; {}", minutes(zone.first.into())?)?;
        for (at, offset) in &zone.changes {
            write!(text, " {}:{}", minutes(*at)?, minutes((*offset).into())?)?;
        }
    }
    Ok(text)
}

fn minutes(seconds: i64) -> Result<i64> {
    ensure!(seconds % 60 == 0, "{seconds} seconds are no whole minutes");
    Ok(seconds / 60)
}

/// Converts `STD-1DST,M3.5.0,M10.5.0/3` to `60 120 3.5.0/120 10.5.0/180`.
fn yearly(posix: &str) -> Result<String> {
    let mut parts = posix.split(',');
    let rest = without_name(parts.next().unwrap_or_default())?;
    let end = rest.find(|c: char| !"+-:0123456789".contains(c)).unwrap_or(rest.len());
    // POSIX offsets are positive west of Greenwich.
    let standard = -time(&rest[..end])?;
    if end == rest.len() {
        ensure!(parts.next().is_none(), "a rule for nothing");
        return Ok(standard.to_string());
    }
    let daylight = match without_name(&rest[end..])? {
        "" => standard + 60,
        offset => -time(offset)?,
    };
    let mut change = || {
        let (day, at) = parts
            .next()
            .context("a clock change is missing")
            .map(|change| change.split_once('/').unwrap_or((change, "2")))?;
        let day = day.strip_prefix('M').context("a clock change that is no weekday of a month")?;
        anyhow::Ok(format!("{day}/{}", time(at)?))
    };
    Ok(format!("{standard} {daylight} {} {}", change()?, change()?))
}

/// Returns the text behind an abbreviation, which is letters or enclosed in angle brackets.
fn without_name(text: &str) -> Result<&str> {
    if text.starts_with('<') {
        return Ok(text.split_once('>').context("an open bracket")?.1);
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    ensure!(rest.len() < text.len(), "an abbreviation is missing");
    Ok(rest)
}

/// Parses `[-]H[:MM]` as minutes.
fn time(text: &str) -> Result<i64> {
    let (sign, digits) = match text.split_at_checked(1) {
        Some(("-", digits)) => (-1, digits),
        Some(("+", digits)) => (1, digits),
        _ => (1, text),
    };
    let mut parts = digits.split(':').map(str::parse::<i64>);
    let hours = parts.next().context("no time")??;
    let minutes = parts.next().unwrap_or(Ok(0))?;
    if parts.next().is_some() {
        bail!("a time with seconds");
    }
    Ok(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::yearly;

    #[test]
    fn the_offsets_of_a_rule_are_minutes_east_of_greenwich() {
        let rule = |posix| yearly(posix).unwrap();
        assert_eq!(rule("<+0545>-5:45"), "345");
        assert_eq!(rule("CET-1CEST,M3.5.0,M10.5.0/3"), "60 120 3.5.0/120 10.5.0/180");
        assert_eq!(rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"), "630 660 10.1.0/120 4.1.0/120");
        assert_eq!(rule("IST-1GMT0,M10.5.0,M3.5.0/1"), "60 0 10.5.0/120 3.5.0/60");
        assert_eq!(rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0"), "-120 -60 3.5.0/-60 10.5.0/0");
    }

    #[test]
    fn an_unsupported_rule_is_rejected() {
        for posix in ["", "EST5EDT", "EST5EDT,J60,J300", "EST5:00:01", "<EST5"] {
            assert!(yearly(posix).is_err(), "{posix}");
        }
    }
}
