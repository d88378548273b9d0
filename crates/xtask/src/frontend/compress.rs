//! Compresses the built files once during the build, so that the server need not compress them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::files::files_below;

const COMPRESSIBLE: [&str; 6] = ["css", "html", "js", "json", "svg", "wasm"];

/// Writes `name.br` and `name.gz` beside each file that can be compressed.
pub(crate) fn neighbours(folder: &Path) -> Result<()> {
    let mut files = files_below(folder)?;
    files.retain(|file| is_compressible(file));
    // Starts with the largest file, because it takes the longest.
    files.sort_by_key(|file| std::cmp::Reverse(fs::metadata(file).map_or(0, |about| about.len())));
    let queue = std::sync::Mutex::new(files.into_iter());
    let next =
        || queue.lock().map_err(|_| anyhow!("another file failed")).map(|mut rest| rest.next());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let work = || -> Result<()> {
            while let Some(file) = next()? {
                compress(&file).with_context(|| format!("compressing {}", file.display()))?;
            }
            Ok(())
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("a thread failed"))?)
    })
}

fn is_compressible(file: &Path) -> bool {
    file.extension().is_some_and(|extension| COMPRESSIBLE.iter().any(|known| extension == *known))
}

fn compress(file: &Path) -> Result<()> {
    let content = fs::read(file)?;
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        // A block of 4 MB contains the whole app. The default of 256 KB makes it 1.5 KB larger.
        lgblock: 22,
        ..Default::default()
    };
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut content.as_slice(), &mut smaller, &settings)?;
    fs::write(beside(file, ".br"), smaller)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&content)?;
    Ok(fs::write(beside(file, ".gz"), gzip.finish()?)?)
}

/// Returns the name of the compressed file: `index.html` and `.br` become `index.html.br`.
pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
