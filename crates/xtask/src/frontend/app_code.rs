//! Splits the app's compiled code into the part that the first view needs and chunks that are
//! loaded later.
//!
//! Chunks must be split off before wasm-bindgen runs. In development, Trunk runs wasm-bindgen on
//! the whole app, so it runs again here on the split code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use super::function_order;
use super::import_names;
use super::release_build::{self, PROFILE, TARGET};
use crate::process::run_quietly;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The script that connects the app's code with its chunks. The script of wasm-bindgen imports it.
const LINKS: &str = "chunks.js";

/// Flags of wasm-opt that produce code that compresses well, even if it is longer. Inlining
/// functions into their callers makes the code less repetitive, and the download grows by a tenth.
const OPTIMISE: [&str; 5] = [
    "-Os",
    // Keeping a value to use it again makes the code less repetitive, too.
    "--skip-pass=local-cse",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
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

/// The feature of the release build. `index.html` names it for Trunk.
const FEATURE: &str = "chunks";

/// Compiles the release build.
pub(crate) fn compile(workspace: &Workspace) -> Result<()> {
    // Cargo merges these flags with those of .cargo/config.toml.
    let flags = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    run_quietly(
        release_build::compile(workspace, "partner-portal", flags).args(["--features", FEATURE]),
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
    let text = reporting_traps(&trusting(&fs::read_to_string(&code.script)?)?)?;
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

/// The statement with which the script of wasm-bindgen keeps the functions of the module.
const EXPORTS: &str = "wasm = instance.exports;";

/// Returns the script of wasm-bindgen with functions that report a trap. `src/embed/app.js` defines
/// `watched`.
fn reporting_traps(script: &str) -> Result<String> {
    if script.matches(EXPORTS).count() != 1 {
        bail!("the script of wasm-bindgen no longer says {EXPORTS}");
    }
    Ok(script.replace(EXPORTS, "wasm = watched(instance.exports);"))
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

/// Makes a module small: first its code, then the order of its functions.
fn optimise(tools: &Tools, code: &Path) -> Result<()> {
    wasm_opt(tools, &OPTIMISE, code)?;
    let named = function_order::named_by_order(&fs::read(code)?)
        .with_context(|| format!("ordering the functions of {}", code.display()))?;
    fs::write(code, named)?;
    // Until here wasm-opt needs to know which features the code uses.
    let finish = ["--reorder-functions-by-name", "--strip-producers", "--strip-target-features"];
    wasm_opt(tools, &finish, code)
}

/// Runs wasm-opt on a file.
fn wasm_opt(tools: &Tools, options: &[&str], code: &Path) -> Result<()> {
    let mut command = Command::new(tools.program("wasm-opt")?);
    run_quietly(command.args(options).arg(code).arg("--output").arg(code))
}

#[cfg(test)]
mod tests {
    use super::super::release_build::PROFILE;
    use super::FEATURE;

    #[test]
    fn trunk_compiles_the_app_with_the_same_feature_and_profile() {
        let page = include_str!("../../../../index.html");
        let feature = format!("data-cargo-features=\"{FEATURE}\"");
        let profile = format!("data-cargo-profile-release=\"{PROFILE}\"");
        assert!(page.contains(&feature) && page.contains(&profile), "{page}");
    }
}
