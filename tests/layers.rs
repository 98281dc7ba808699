//! Imports go one way: the floors in `lib.rs` and `main.rs` agree with the imports of the sources.
//!
//! Each of those files lists its crate's modules from the top floor to the bottom one:
//!
//! ```text //! 1. `fix` `generate` //! 2. `convert` ```
//!
//! A module imports only from its own folder and from floors below, nobody imports from the root,
//! and no files of different folders import each other in a circle. Test modules are ignored.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads files, and fails by panicking"
)]

#[path = "support/imports.rs"]
mod imports;

use std::path::Path;

use imports::Crate;

fn read(name: &str, root: &str) -> Crate {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    Crate::read(&folder.join("src"), root)
}

fn crates() -> [(&'static str, Crate); 3] {
    [
        ("core", read("core", "lib.rs")),
        ("cli", read("cli", "main.rs")),
        ("web", read("web", "lib.rs")),
    ]
}

#[test]
fn every_module_has_a_floor() {
    for (name, sources) in crates() {
        assert!(sources.files().count() > 20, "{name}: too few files");
        assert_eq!(sources.without_floor(), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_import_goes_up() {
    for (name, sources) in crates() {
        let imports = sources.imports();
        assert!(imports.len() > 100, "{name}: too few imports");
        assert_eq!(sources.upward(&imports), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_circle_joins_folders() {
    for (name, sources) in crates() {
        let circles = sources.circles(&sources.imports());
        assert_eq!(circles, Vec::<String>::new(), "{name}");
    }
}

/// Without a planted import that must be reported, the tests above could pass by reading nothing.
#[test]
fn planted_imports_are_named() {
    let sources = read("core", "lib.rs");
    let plant = |from: &str, to: &str| {
        let mut imports = sources.imports();
        imports.push((sources.file(from), sources.file(to)));
        imports
    };

    let upward = sources.upward(&plant("read/lenient.rs", "report/mod.rs"));
    let named = |line: &String| line.contains("read/lenient.rs") && line.contains("report/mod.rs");
    assert!(upward.len() == 1 && named(&upward[0]), "{upward:?}");

    let root = sources.upward(&plant("tree/mod.rs", "lib.rs"));
    assert!(root.len() == 1 && root[0].contains("lib.rs"), "{root:?}");

    // On the same floor, so that the circle is the only fault.
    let circles = sources.circles(&plant("generate/iam/mod.rs", "generate/policy/roles.rs"));
    let named = |line: &String| {
        line.contains("generate/iam/mod.rs") && line.contains("generate/policy/roles.rs")
    };
    assert!(circles.len() == 1 && named(&circles[0]), "{circles:?}");
}
