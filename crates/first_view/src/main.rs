//! Writes the first view of the modal to a file for each language and environment.
//!
//! `cargo run --package partner-portal-first-view -- FOLDER` writes `en-sandbox.json` and so on.

mod sentences;
mod tree;

use std::fs;
use std::path::PathBuf;

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use anyhow::{Context, Result};
use partner_portal::first_view::render;
use partner_portal_contract::{Environment, language::Language};
use serde_json::json;

use sentences::Sentences;

fn main() -> Result<()> {
    let folder: PathBuf = std::env::args_os().nth(1).context("the folder to write to")?.into();
    fs::create_dir_all(&folder)?;
    Executor::init_local_custom_executor(Idle).context("setting up Leptos")?;
    for language in Language::ALL {
        let sentences = Sentences::read(language)?;
        for environment in Environment::ALL {
            let html = render(language, environment, |key| sentences.get(key));
            let view = json!({
                "locale": language.tag(),
                // True if the alert contacts are only asked for in the other environment.
                "defers": environment == Environment::Sandbox,
                "dialog": tree::of_dialog(&html)?,
                "progress": sentences.forms("Progress"),
                "optional": sentences.get("Optional"),
            });
            let name = format!("{}-{}.json", language.tag(), environment.as_str());
            fs::write(folder.join(name), view.to_string())?;
        }
    }
    Ok(())
}

/// An executor that runs nothing, because effects and requests only run in the browser.
struct Idle;

impl CustomExecutor for Idle {
    fn spawn(&self, _task: PinnedFuture<()>) {}

    fn spawn_local(&self, _task: PinnedLocalFuture<()>) {}

    fn poll_local(&self) {}
}
