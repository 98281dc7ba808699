//! `sizes`: how large the files of a folder are, and how large once a host has packed them.

use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use crate::{Failure, guide, say, single};

/// Prints each file of `dir` (not of folders in it), and the sum of those that the page loads.
pub(crate) fn run(dir: &Path) -> Result<(), Failure> {
    let mut files: Vec<PathBuf> = fs::read_dir(dir)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.is_file());
    files.sort();

    let (mut raw_sum, mut packed_sum) = (0, 0);
    say(&line("bytes", "brotli", "file"));
    for file in files {
        let content = fs::read(&file)?;
        let packed = pack(&content, BEST)?.len();
        // The page as one file is the same once more, and the list is for programs.
        if !file.ends_with(single::NAME) && !file.ends_with(guide::LIST) {
            raw_sum += content.len();
            packed_sum += packed;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        say(&line(content.len(), packed, name));
    }
    let sum = format!("together, without {}", single::NAME);
    say(&line(raw_sum, packed_sum, sum));
    Ok(())
}

fn line(
    raw: impl std::fmt::Display,
    packed: impl std::fmt::Display,
    name: impl std::fmt::Display,
) -> String {
    format!("{raw:>9} {packed:>9}  {name}")
}

/// The best that brotli can: what a host packs ahead.
const BEST: i32 = 11;

/// Packs by brotli.
pub(crate) fn pack(content: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &params)?;
    Ok(packed)
}
