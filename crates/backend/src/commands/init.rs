//! `init`: writes the files to begin from.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use clap::Args;

use super::CommandError;

const DIR: &str = "DIR";

/// The template of each file, with its name and its permissions. The environment file may hold the
/// password of a mail server.
const FILES: [(&str, u32, &str); 3] = [
    ("integration-types.toml", 0o644, include_str!("init/integration-types.toml")),
    ("partner-portal.env", 0o600, include_str!("init/partner-portal.env")),
    ("partner-portal.service", 0o644, include_str!("init/partner-portal.service")),
];

/// Write commented files to begin from: your platform's data, the settings and a systemd unit.
///
/// The files are integration-types.toml, partner-portal.env and partner-portal.service. Every line that must be changed is marked with CHANGE. A file that exists is not overwritten; in
/// that case nothing is written.
#[derive(Args, Debug)]
pub struct Init {
    /// The folder for the files; created if it does not exist.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(self) -> Result<String, CommandError> {
        let failed = |path: &Path, error: io::Error| CommandError::Setting {
            setting: DIR,
            reason: format!("{}: {error}", path.display()),
        };
        let existing = FILES.iter().map(|(name, ..)| self.folder.join(name));
        let existing: Vec<_> =
            existing.filter(|path| path.exists()).map(|path| path.display().to_string()).collect();
        if !existing.is_empty() {
            return Err(CommandError::Setting {
                setting: DIR,
                reason: format!("not overwritten, nothing is written: {}", existing.join(", ")),
            });
        }
        let folder = std::path::absolute(&self.folder);
        let folder = folder.map_err(|error| failed(&self.folder, error))?;
        let program = std::env::current_exe().map_err(|error| CommandError::failed(&error))?;
        for path in [&folder, &program] {
            refuse_special_characters(path)?;
        }
        fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        let mut lines = Vec::new();
        for (name, mode, template) in FILES {
            let path = folder.join(name);
            let filled = template
                .replace("{folder}", &folder.display().to_string())
                .replace("{program}", &program.display().to_string());
            let mut options = OpenOptions::new();
            options.write(true).create_new(true).mode(mode);
            options
                .open(&path)
                .and_then(|mut file| file.write_all(filled.as_bytes()))
                .map_err(|error| failed(&path, error))?;
            lines.push(format!("wrote {}\n", path.display()));
        }
        Ok(lines.concat())
    }
}

/// Refuses a path that would mean something else in a shell, in a unit or in a database's address.
fn refuse_special_characters(path: &Path) -> Result<(), CommandError> {
    let is_plain = path.to_str().is_some_and(|text| {
        !text.contains(|c: char| matches!(c, '"' | '\\' | '$' | '`' | '%' | '?') || c.is_control())
    });
    if is_plain {
        return Ok(());
    }
    Err(CommandError::Setting {
        setting: DIR,
        reason: format!(
            "{}: a path in these files may not contain \" \\ $ ` % ? or control characters",
            path.display()
        ),
    })
}
