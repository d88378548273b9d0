//! Finds the machine's WebKitGTK: its browser, the driver, and a screen without a monitor.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::debian;
use crate::process::{named_by, on_path};

const PACKAGES: [&str; 3] = ["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"];

/// The programs that the scenarios in WebKitGTK need.
#[derive(Clone, Debug)]
pub(crate) struct WebKit {
    /// The path from `WEBKIT_BROWSER`, or the one that was found.
    pub(crate) browser: PathBuf,
    /// The path from `WEBKIT_DRIVER`, or the one that was found.
    pub(crate) driver: PathBuf,
    /// The path from `XVFB`, or the one that was found.
    pub(crate) screen: PathBuf,
}

impl WebKit {
    /// Finds the programs. As root on Debian, also installs them.
    pub(crate) fn ensure() -> Result<Self> {
        if let Some(found) = find() {
            return Ok(found);
        }
        debian::install(&PACKAGES)?;
        match find() {
            Some(found) => Ok(found),
            None => bail!(
                "no WebKitGTK with its driver and a screen: install the packages {}, or name the \
                 programs in WEBKIT_BROWSER, WEBKIT_DRIVER and XVFB",
                PACKAGES.join(", ")
            ),
        }
    }
}

fn find() -> Option<WebKit> {
    Some(WebKit {
        browser: named_by("WEBKIT_BROWSER").or_else(mini_browser)?,
        driver: named_by("WEBKIT_DRIVER").or_else(|| on_path(&["WebKitWebDriver"]))?,
        screen: named_by("XVFB").or_else(|| on_path(&["Xvfb"]))?,
    })
}

/// Returns the path of the browser, which is beside the library in a folder of the architecture.
fn mini_browser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let mut programs = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
    programs.find(|program| program.is_file())
}
