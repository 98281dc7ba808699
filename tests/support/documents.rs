//! What people read about taskdef: README in both languages, the guides, and that for agents.

use std::fs;
use std::path::{Path, PathBuf};

/// Every document for users, sorted by its path.
pub(crate) fn for_users() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let single = ["README.ja.md", "README.md", "cli/src/commands/skill.md"];
    let mut files: Vec<PathBuf> = single.into_iter().map(|name| root.join(name)).collect();
    for folder in ["web/guide", "web/guide/ja"] {
        let entries = fs::read_dir(root.join(folder)).expect("the guides are there");
        let paths = entries.map(|entry| entry.expect("a file").path());
        files.extend(paths.filter(|path| path.extension().is_some_and(|name| name == "md")));
    }
    files.sort();
    assert!(files.len() > 10, "only {} documents", files.len());
    files
}
