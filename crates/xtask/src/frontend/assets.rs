//! Writes the served files, and inserts their names into the files that refer to them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::app_code::AppCode;
use super::built::Built;
use super::esbuild::{bundle, bundle_into_variable};
use super::files::files_below;
use super::first_views::FirstViews;
use super::messages::{self, Sentences};
use super::tables::Tables;
use crate::tools::Tools;
use crate::workspace::Workspace;

/// The script that a shell imports. Its name never changes.
const ENTRY: &str = "partner-portal.js";

/// The script that a shell built with single-spa imports.
const SINGLE_SPA: &str = "single-spa.js";

/// The scripts that the entry loads lazily: the identifier that the entry uses, and the file.
const DEFERRED_SCRIPTS: [(&str, &str); 6] = [
    ("ELEMENT_JS", "element.js"),
    ("FAILURE_JS", "failure.js"),
    ("FIRST_VIEW_JS", "first_view.js"),
    ("DEFERRED_JS", "deferred.js"),
    ("OVERRIDES_JS", "overrides.js"),
    ("TOKEN_JS", "token.js"),
];

/// The parts that are built before the files that refer to each other.
pub(crate) struct Parts {
    pub(crate) app: AppCode,
    pub(crate) tables: Tables,
    pub(crate) first_views: FirstViews,
}

/// Writes the finished files into a folder that contains `index.html`.
pub(crate) fn write(
    workspace: &Workspace,
    tools: &Tools,
    stage: &Path,
    parts: &Parts,
) -> Result<()> {
    let Parts { app, tables, first_views } = parts;
    let mut built = Built::new(stage);
    let embed = workspace.root.join("src/embed");

    built.add("app.wasm", &fs::read(&app.main).context("reading the app's code")?)?;
    add_chunks(&mut built, app)?;
    built.add("tables.wasm", &fs::read(&tables.code)?)?;
    built.add("tables.js", &bundle(tools, &tables.script, &[], &[])?)?;
    for (name, source) in [("styles.css", "style/main.css"), ("deferred.css", "style/deferred.css")]
    {
        built.add(name, &bundle(tools, &workspace.root.join(source), &[], &[])?)?;
    }
    built.add("favicon.svg", fs::read_to_string(embed.join("favicon.svg"))?.trim().as_bytes())?;
    let cities = add_cities(&mut built, &workspace.root.join("src/i18n/cities"))?;
    let sentences = messages::read(&workspace.root)?;
    let locales = add_locales(&mut built, &sentences)?;

    let mut names = vec![
        ("APP_WASM", built.quoted("app.wasm")),
        ("TABLES_JS", built.quoted("tables.js")),
        ("TABLES_WASM", built.quoted("tables.wasm")),
        ("STYLES", built.quoted("styles.css")),
        ("DEFERRED_STYLES", built.quoted("deferred.css")),
        ("LOCALES", serde_json::to_string(&locales)?),
        ("FIRST_VIEWS", first_views.write(stage)?),
        ("CITIES", serde_json::to_string(&cities)?),
        ("KEYS", sentences.keys.to_string()),
        ("PLURAL_FORMS", sentences.plural_forms.to_string()),
    ];
    for (name, script) in DEFERRED_SCRIPTS {
        built.add(script, &bundle(tools, &embed.join(script), &names, &[])?)?;
        names.push((name, built.quoted(script)));
    }
    built.add("app.js", &bundle_app(tools, app, &embed, &names)?)?;
    names.push(("APP_JS", built.quoted("app.js")));
    let entry = bundle(tools, &embed.join(ENTRY), &names, &[])?;
    built.add(ENTRY, &entry)?;
    fs::write(stage.join(ENTRY), entry)?;
    let import = format!("./{ENTRY}");
    let single_spa = bundle(tools, &embed.join(SINGLE_SPA), &[], &[&import])?;
    fs::write(stage.join(SINGLE_SPA), single_spa)?;
    let standalone = bundle(tools, &embed.join("standalone.js"), &[], &[&import])?;
    let standalone = String::from_utf8(standalone)?;
    built.add(
        "standalone.js",
        standalone.replace(&import, &format!("./{}", built.name(ENTRY))).as_bytes(),
    )?;

    let page = stage.join("index.html");
    let finished = built.fill_in(&fs::read_to_string(&page)?)?;
    fs::write(page, finished).context("writing index.html")
}

/// Builds the script that accompanies the app's code: the output of wasm-bindgen and the connection
/// to the page, inside a function that is called once per portal.
fn bundle_app(
    tools: &Tools,
    app: &AppCode,
    embed: &Path,
    names: &[(&str, String)],
) -> Result<Vec<u8>> {
    // The loader frees its own resources. Without `Symbol.dispose`, the bundler can drop unused
    // classes.
    let mut names = names.to_vec();
    names.push(("Symbol.dispose", "undefined".to_owned()));
    // A function has no `import.meta`.
    names.push(("import.meta.url", "scriptUrl".to_owned()));
    let transfers = embed.join("transfers.js");
    let app_code = [("wasm-app", app.script.as_path()), (TRANSFERS, transfers.as_path())];
    let code = bundle_into_variable(tools, "app", &embed.join("running.js"), &names, &app_code)?;
    let frame = fs::read_to_string(embed.join("app.js"))?;
    let Some((before, after)) = frame.split_once(APP_CODE) else {
        bail!("src/embed/app.js has no place for the app's code: {APP_CODE}");
    };
    let whole = app.script.with_file_name("whole.js");
    fs::write(&whole, [before, &String::from_utf8(code)?, after].concat())?;
    bundle(tools, &whole, &[], &[])
}

/// The placeholder for the app's code in `src/embed/app.js`.
const APP_CODE: &str = "let app; // The app's code.";

/// The call with which the splitter's script fetches a chunk.
const FETCH: &str = "fetch(";

/// The name by which that script imports `src/embed/transfers.js`, whose `fetchFile` replaces the
/// call: a stalled transfer ends in an error, so the portal can offer a retry.
const TRANSFERS: &str = "portal-transfers";

/// Writes each chunk and inserts its final name into the script that fetches it. The name is
/// relative to that script, which becomes a part of `app.js`.
fn add_chunks(built: &mut Built, app: &AppCode) -> Result<()> {
    let mut links = fs::read_to_string(&app.links).context("reading the links to the chunks")?;
    for chunk in &app.chunks {
        let plain = chunk.file_name().and_then(|name| name.to_str()).context("a chunk's name")?;
        let name = format!("chunks/{plain}");
        built.add(&name, &fs::read(chunk)?)?;
        links = links.replace(&format!("\"./{plain}\""), &built.quoted(&name));
    }
    if !links.contains(FETCH) {
        bail!("the script that fetches the chunks no longer says {FETCH}");
    }
    let import = format!("\nimport {{ fetchFile }} from \"{TRANSFERS}\";\n");
    links = links.replace(FETCH, "fetchFile(") + &import;
    fs::write(&app.links, links).context("writing the links to the chunks")
}

/// Writes the sentences of each language and returns the file names by language tag.
fn add_locales(built: &mut Built, sentences: &Sentences) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for (tag, messages) in &sentences.locales {
        let name = format!("locales/{tag}.json");
        built.add(&name, messages.to_string().as_bytes())?;
        files.insert(tag.clone(), built.name(&name).to_owned());
    }
    Ok(files)
}

/// Writes the city names of each language and returns the file names by language tag.
fn add_cities(built: &mut Built, folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for file in files_below(folder)? {
        let tag = file.file_stem().and_then(|tag| tag.to_str()).context("a file's name")?;
        let cities: Value = serde_json::from_str(&fs::read_to_string(&file)?)
            .with_context(|| format!("reading {}", file.display()))?;
        let name = format!("cities/{tag}.json");
        built.add(&name, cities.to_string().as_bytes())?;
        files.insert(tag.to_owned(), built.name(&name).to_owned());
    }
    Ok(files)
}
