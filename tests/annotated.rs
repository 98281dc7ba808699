//! The annotated source: its rows reproduce the paste, and with their changes applied the result.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

#[allow(dead_code, reason = "it makes documents of other kinds too")]
#[path = "support/generate.rs"]
mod generate;
#[path = "support/random.rs"]
mod random;
#[path = "support/rows.rs"]
mod rows;

use std::fs;
use std::path::Path;

use generate::Mode;
use rows::hold;
use taskdef_core::{Edit, Options, PairList, Pasted, TaskField};

const CASES: u64 = 2_000;

/// One edit of each kind.
fn edits() -> Vec<Edit> {
    let value = Some("new".to_owned());
    vec![
        Edit::Task {
            field: TaskField::Cpu,
            value: "512".to_owned(),
        },
        Edit::Pair {
            container: None,
            list: PairList::Environment,
            name: "ADDED".to_owned(),
            value: value.clone(),
        },
        Edit::Tag {
            key: "added".to_owned(),
            value,
        },
    ]
}

#[test]
fn of_generated_documents() {
    for mode in [Mode::REGISTERABLE, Mode::WILD] {
        for seed in 0..CASES {
            let text = generate::document(seed, &mode, 0);
            let options = Options {
                edits: if seed % 3 == 0 { edits() } else { Vec::new() },
                repair: seed % 8 != 7,
                ..Options::default()
            };
            if let Err(why) = hold(&Pasted::text(&text), &options, true) {
                panic!("seed {seed}: {why}\n{text}");
            }
        }
    }
}

#[test]
fn of_fixtures() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let mut seen = 0;
    for folder in ["good", "kept", "faulty"] {
        for file in fs::read_dir(fixtures.join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            let bytes = fs::read(&path).expect("a file that can be read");
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            let strict = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            if let Err(why) = hold(&Pasted::text(&text), &Options::default(), strict) {
                panic!("{}: {why}", path.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen} fixtures");
}
