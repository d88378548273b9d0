//! Splits the app's compiled code into the part that the first view needs and chunks that are
//! loaded later.
//!
//! Chunks must be split off before wasm-bindgen runs. In development, Trunk runs wasm-bindgen on
//! the whole app, so it runs again here on the split code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use super::import_names;
use super::paths::remap_flag;
use crate::process::{cargo, run_quietly};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The script that connects the app's code with its chunks. The script of wasm-bindgen imports it.
const LINKS: &str = "chunks.js";

/// Flags of wasm-opt that produce code that compresses well, even if it is longer. Inlining
/// functions into their callers makes the code less repetitive, and the download grows by a tenth.
/// Functions with the same name are instances of the same generic code, so they compress better
/// side by side.
const OPTIMISE: [&str; 7] = [
    "-Os",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// The paths of the app's files.
pub(crate) struct AppCode {
    /// The script written by wasm-bindgen.
    pub(crate) script: PathBuf,
    /// The script that fetches the chunks by their plain names; in the same folder.
    pub(crate) links: PathBuf,
    /// The code that the first view needs.
    pub(crate) main: PathBuf,
    /// The chunks; each is fetched when it is needed.
    pub(crate) chunks: Vec<PathBuf>,
}

/// Cargo's compilation target for browsers.
const TARGET: &str = "wasm32-unknown-unknown";

/// The profile and the feature of the release build. `index.html` names the same ones for Trunk.
const PROFILE: &str = "wasm-release";
const FEATURE: &str = "chunks";

/// Compiles the release build.
pub(crate) fn compile(workspace: &Workspace) -> Result<()> {
    run_quietly(
        cargo(&workspace.root)
            .args(["build", "--offline", "--package=partner-portal", "--target", TARGET])
            .args(["--profile", PROFILE, "--features", FEATURE])
            // Cargo merges these flags with those of .cargo/config.toml.
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remap_flag()),
    )
}

/// Splits off the chunks. With `release`, also optimises all parts for size.
pub(crate) fn cut(workspace: &Workspace, tools: &Tools, release: bool) -> Result<AppCode> {
    let profile = if release { PROFILE } else { "debug" };
    let compiled = workspace.target.join(TARGET).join(profile).join("partner_portal.wasm");
    let folder = workspace.state().join("app").join(profile);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;

    let cut = folder.join("cut.wasm");
    let chunks = cut_chunks(&compiled, &folder, &cut)?;
    run_quietly(
        Command::new(tools.program("wasm-bindgen")?)
            .args(["--target=web", "--no-typescript", "--keep-lld-exports", "--no-demangle"])
            .args(["--out-name=app", "--out-dir"])
            .arg(&folder)
            .arg(&cut),
    )?;
    let code = AppCode {
        script: folder.join("app.js"),
        links: folder.join(LINKS),
        main: folder.join("app_bg.wasm"),
        chunks,
    };
    let text = trusting(&fs::read_to_string(&code.script)?)?;
    fs::write(&code.script, &text)?;
    if release {
        let (main, text) = import_names::shorten(&fs::read(&code.main)?, &text)
            .context("shortening the names of the app's imports")?;
        fs::write(&code.main, main)?;
        fs::write(&code.script, text)?;
        for piece in std::iter::once(&code.main).chain(&code.chunks) {
            optimise(tools, piece)?;
        }
    }
    Ok(code)
}

/// The only place where the script of wasm-bindgen writes HTML into the page. It writes the empty
/// elements of a view, which are then cloned and filled.
const HTML: &str = ".innerHTML = getStringFromWasm0(arg1, arg2);";

/// Returns the script of wasm-bindgen, changed to write this HTML through a Trusted Types policy.
/// Browsers that enforce Trusted Types require it.
fn trusting(script: &str) -> Result<String> {
    if script.matches(HTML).count() != 1 || script.matches(".innerHTML").count() != 1 {
        bail!("wasm-bindgen's script no longer writes HTML once, by {HTML}");
    }
    Ok(script.replace(HTML, ".innerHTML = trustedHtml(getStringFromWasm0(arg1, arg2));"))
}

fn cut_chunks(compiled: &Path, folder: &Path, main: &Path) -> Result<Vec<PathBuf>> {
    let bytes = fs::read(compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let links = format!("./{LINKS}");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = main;
    options.main_module = "./app.js";
    options.link_name = &links;
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("cutting chunks out of the app: {error:#}"))?;
    let mut chunks = cut.split_modules;
    chunks.sort();
    Ok(chunks)
}

fn optimise(tools: &Tools, code: &Path) -> Result<()> {
    run_quietly(
        Command::new(tools.program("wasm-opt")?).args(OPTIMISE).arg(code).arg("--output").arg(code),
    )
}

#[cfg(test)]
mod tests {
    use super::{FEATURE, PROFILE};

    #[test]
    fn trunk_compiles_the_app_with_the_same_feature_and_profile() {
        let page = include_str!("../../../../index.html");
        let feature = format!("data-cargo-features=\"{FEATURE}\"");
        let profile = format!("data-cargo-profile-release=\"{PROFILE}\"");
        assert!(page.contains(&feature) && page.contains(&profile), "{page}");
    }
}
