//! Cuts the app's compiled code into what the first view needs and chunks that come later.
//!
//! Chunks must be cut out before wasm-bindgen runs. Trunk runs it on the whole app while developing,
//! so its work is done again here, on what is left.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use super::import_names;
use super::paths::remap_flag;
use crate::process::{cargo, run_quietly};
use crate::tools::Tools;
use crate::workspace::Workspace;

/// What binds the app's code to its chunks; wasm-bindgen's script imports it.
const LINKS: &str = "chunks.js";

/// Code that compresses well, even where it is longer. Merging functions into their callers makes
/// what remains so unlike each other that the download grows by a tenth. Functions of one name are
/// instances of the same generic code: beside each other they compress better.
const OPTIMISE: [&str; 7] = [
    "-Os",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// Where the app's files are.
pub(crate) struct AppCode {
    /// The script that wasm-bindgen has written.
    pub(crate) script: PathBuf,
    /// Beside it: the script that fetches the chunks, by their plain names.
    pub(crate) links: PathBuf,
    /// What the first view needs.
    pub(crate) main: PathBuf,
    /// The rest; each is fetched when it is needed.
    pub(crate) chunks: Vec<PathBuf>,
}

/// Cargo's target for browsers.
const TARGET: &str = "wasm32-unknown-unknown";

/// The profile and the feature of the release build. `index.html` names the same for Trunk.
const PROFILE: &str = "wasm-release";
const FEATURE: &str = "chunks";

/// Compiles the release build.
pub(crate) fn compile(workspace: &Workspace) -> Result<()> {
    run_quietly(
        cargo(&workspace.root)
            .args(["build", "--offline", "--package=partner-portal", "--target", TARGET])
            .args(["--profile", PROFILE, "--features", FEATURE])
            // Cargo adds these to the flags of .cargo/config.toml.
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remap_flag()),
    )
}

/// Cuts; `release` also makes the pieces small.
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

/// How wasm-bindgen's script writes HTML into the page: the empty elements of a view, which are then
/// copied and filled. It is the only place.
const HTML: &str = ".innerHTML = getStringFromWasm0(arg1, arg2);";

/// wasm-bindgen's script, with that HTML as a browser asks for it that enforces Trusted Types.
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
