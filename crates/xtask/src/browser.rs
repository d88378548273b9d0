//! Finds the machine's Chromium and its driver. The tests never download a browser.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::debian;
use crate::process::{named_by, on_path};

const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const HEADLESS_SHELL: &str = "chromium-headless-shell";
const MAC_BROWSER: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// A browser and the matching driver.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    /// The path from `CHROMIUM`, or the one that was found.
    pub(crate) program: PathBuf,
    /// The path from `CHROMEDRIVER`, or the one that was found.
    pub(crate) driver: PathBuf,
    /// The path from `CHROMIUM_HEADLESS_SHELL`, or the one that was found, or `program`. The shell
    /// has the same engine without the browser's window, and most end-to-end tests take a quarter
    /// less time with it.
    pub(crate) headless_shell: PathBuf,
    /// True if the browser must run without its sandbox, as for root.
    pub(crate) no_sandbox: bool,
}

impl Browser {
    /// Finds the programs. As root on Debian, also installs missing ones.
    pub(crate) fn ensure() -> Result<Self> {
        if let Some(found) = find() {
            return Ok(found);
        }
        debian::install(&["chromium", "chromium-driver"])?;
        // Some releases have no headless shell package. The browser replaces it.
        drop(debian::install(&[HEADLESS_SHELL]));
        match find() {
            Some(found) => Ok(found),
            None => bail!(
                "no Chromium with its ChromeDriver: install the packages chromium and \
                 chromium-driver, or name the programs in CHROMIUM and CHROMEDRIVER"
            ),
        }
    }
}

/// Flags that keep the browser from making network requests of its own.
pub(crate) const QUIET: [&str; 5] = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn find() -> Option<Browser> {
    let mac = || Some(PathBuf::from(MAC_BROWSER)).filter(|program| program.is_file());
    let browser = named_by("CHROMIUM").or_else(|| on_path(&BROWSERS)).or_else(mac)?;
    let driver = named_by("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"]))?;
    let headless_shell = named_by("CHROMIUM_HEADLESS_SHELL").or_else(|| on_path(&[HEADLESS_SHELL]));
    Some(Browser {
        headless_shell: headless_shell.unwrap_or_else(|| browser.clone()),
        program: browser,
        driver,
        no_sandbox: debian::is_root(),
    })
}
