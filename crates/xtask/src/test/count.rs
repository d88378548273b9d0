//! Counts passed and failed tests from the output of test programs.

use std::fmt::{self, Display, Formatter};
use std::ops::AddAssign;

/// The number of tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Count {
    /// The count for a failure before any test could be counted.
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Returns the count for a single check.
    pub(crate) const fn of(ok: bool) -> Self {
        if ok { Self { passed: 1, failed: 0 } } else { Self::FAILED }
    }

    /// Parses the output of a test program. Counts summaries such as `12 passed; 1 failed` and
    /// `12 passed (3.4s)`. A program that failed without reporting a failed test counts as one
    /// failure.
    pub(crate) fn read(lines: &[String], ok: bool) -> Self {
        let mut count = Self::default();
        for line in lines.iter().map(|line| without_colour(line)) {
            let words: Vec<_> = line.split_whitespace().collect();
            let summary = line.starts_with("test result:") || words.len() <= 3;
            for pair in words.windows(2).filter(|_| summary) {
                let Ok(number) = pair[0].parse::<usize>() else { continue };
                match pair[1].trim_end_matches(';') {
                    "passed" => count.passed += number,
                    "failed" | "interrupted" => count.failed += number,
                    _ => {}
                }
            }
        }
        if !ok && count.failed == 0 {
            count.failed = 1;
        }
        count
    }
}

fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut parts = line.split("\u{1b}[");
    plain += parts.next().unwrap_or_default();
    for part in parts {
        plain += part.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Count {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn read(lines: &[&str], ok: bool) -> Count {
        Count::read(&lines.iter().map(ToString::to_string).collect::<Vec<_>>(), ok)
    }

    #[test]
    fn the_results_of_all_cargo_test_programs_are_added() {
        let lines = [
            "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(read(&lines, false), Count { passed: 6, failed: 1 });
    }

    #[test]
    fn playwrights_summary_is_counted() {
        let lines = [
            "  \u{1b}[31m1 failed\u{1b}[39m",
            "    gate.spec.ts:3:1 > 5 passed gates",
            "  12 passed (3.4s)",
        ];
        assert_eq!(read(&lines, false), Count { passed: 12, failed: 1 });
    }

    #[test]
    fn a_program_that_does_not_compile_is_one_failure() {
        assert_eq!(read(&[], false), Count::FAILED);
    }
}
