//! `worker`: tells the service worker which files it keeps, each with its hash.

use std::fs;
use std::path::Path;

use crate::hash::integrity;
use crate::{Failure, swap};

/// All that the page loads.
const FILES: [&str; 8] = [
    "index.html",
    "main.css",
    "boot.js",
    "taskdef.js",
    "taskdef_bg.wasm",
    "taskdef_en.wasm",
    "taskdef_ja.wasm",
    "taskdef_second.wasm",
];

/// Fills in `worker.js` of `dir`, when all its other files are final.
pub(crate) fn run(dir: &Path) -> Result<(), Failure> {
    let mut files = Vec::new();
    for name in FILES {
        files.push((name, integrity(&fs::read(dir.join(name))?)));
    }
    let path = dir.join("worker.js");
    fs::write(&path, filled_in(&fs::read_to_string(&path)?, &files)?)?;
    Ok(())
}

fn filled_in(worker: &str, files: &[(&str, String)]) -> Result<String, Failure> {
    let entries: Vec<String> = files
        .iter()
        .map(|(name, hash)| format!("'{name}':'{hash}'"))
        .collect();
    let entries = entries.join(",");
    let version = integrity(entries.as_bytes());
    let worker = swap(
        worker,
        "const files = {};",
        &format!("const files = {{{entries}}};"),
    )?;
    swap(
        &worker,
        "const version = '';",
        &format!("const version = '{version}';"),
    )
}

#[cfg(test)]
mod tests {
    use super::filled_in;

    const WORKER: &str = include_str!("../../worker.js");

    #[test]
    fn each_change_of_a_file_is_a_new_version() {
        let with = |hash: &str| filled_in(WORKER, &[("a.js", hash.to_owned())]).unwrap_or_default();
        let version = |worker: &str| {
            let line = worker.lines().find(|line| line.contains("version = "));
            line.map(str::to_owned)
        };
        assert!(with("sha256-1").contains("const files = {'a.js':'sha256-1'};"));
        assert_eq!(version(&with("sha256-1")), version(&with("sha256-1")));
        assert_ne!(version(&with("sha256-1")), version(&with("sha256-2")));
    }

    #[test]
    fn a_worker_with_no_place_for_them_is_refused() {
        assert!(filled_in("const files = {1: 2};", &[]).is_err());
    }
}
