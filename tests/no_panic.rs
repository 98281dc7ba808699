//! No input makes the core panic, and every conversion is complete.
//!
//! The fuzz target in `tests/fuzz` tries the same on its own inputs; its corpus contains those
//! worth keeping. A failure names its seed: `TASKDEF_SEED=N TASKDEF_CASES=1`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, and reads files and its environment"
)]

#[path = "support/random.rs"]
mod random;
#[path = "support/rows.rs"]
mod rows;
#[path = "support/survive.rs"]
mod survive;
#[path = "support/survive_checked.rs"]
mod survive_checked;
#[path = "support/survive_diff.rs"]
mod survive_diff;
#[path = "support/survive_lesson.rs"]
mod survive_lesson;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use random::Random;
use survive::survive;
use survive_checked::survive_checked;
use survive_diff::{BETWEEN, survive_diff};
use survive_lesson::survive_lesson;

const CASES: u64 = 20_000;

fn survives(bytes: &[u8]) {
    survive(bytes);
    survive_checked(bytes);
    survive_diff(bytes);
    survive_lesson(bytes);
}

/// Fragments that are special to one of the readers.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "'",
    "“",
    "”",
    "//",
    "/*",
    "*/",
    "#",
    "…",
    "...",
    "\\",
    "\\u",
    "\\ud83d",
    "\\(",
    "{{",
    "}}",
    "${",
    "<",
    ">",
    "$ ",
    "```",
    "null",
    "None",
    "true",
    "-",
    "0",
    "1e9",
    ".",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "\0",
    "\u{feff}",
    "\u{3000}",
    "é",
    "😀",
    "\u{1b}",
    "\u{1b}[0m",
    "[1;39m",
    "`",
    "u'",
    "'\\''",
    "'$A'",
    "：",
    "｛",
    "f(",
    ")",
    "#{A}",
    "[Object]",
    "1\t{",
    "\n2\t",
    "\n> ",
    "\n+",
    "\n-",
    "\n@@ ",
    "&quot;",
    "{%",
    "local a = ",
    "\u{1b}$B",
    "\"tags\":",
    "\"taskDefinition\":",
    "\"environment\":{",
    "\"name\":",
    "aws:",
];

/// Every fixture and every input of the fuzzer's corpus.
fn inputs() -> Vec<(String, Vec<u8>)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    let mut inputs = Vec::new();
    for folder in ["good", "kept", "faulty", "refused", "broken"] {
        read_all(&tests.join("fixtures").join(folder), &mut inputs);
    }
    let fixtures = inputs.len();
    read_all(&tests.join("fuzz/corpus/convert"), &mut inputs);
    assert!(
        fixtures > 50 && inputs.len() > fixtures,
        "inputs are missing"
    );
    inputs
}

fn read_all(folder: &Path, inputs: &mut Vec<(String, Vec<u8>)>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    paths.sort();
    for path in paths {
        let bytes = fs::read(&path).expect("it can be read");
        inputs.push((path.display().to_string(), bytes));
    }
}

#[test]
fn every_known_input() {
    for (name, bytes) in inputs() {
        assert!(catch_unwind(|| survives(&bytes)).is_ok(), "{name}");
    }
}

/// The same inputs, cut, spliced and mixed with special fragments.
#[test]
fn mutations() {
    let inputs = inputs();
    let number = |name| std::env::var(name).ok()?.parse().ok();
    let first = number("TASKDEF_SEED").unwrap_or(0);
    for seed in first..first + number("TASKDEF_CASES").unwrap_or(CASES) {
        let mut random = Random::new(seed);
        let bytes = mutated(&mut random, &inputs);
        // The same text, changed a little more, is what `diff` is for.
        let changed = mutated(&mut random, &[(String::new(), bytes.clone())]);
        let both = [&bytes[..], &changed].join(&BETWEEN);
        let survives_all = || {
            survives(&bytes);
            survive_diff(&both);
        };
        assert!(
            catch_unwind(survives_all).is_ok(),
            "TASKDEF_SEED={seed} TASKDEF_CASES=1:\n{}",
            bytes.escape_ascii()
        );
    }
}

fn mutated(random: &mut Random, inputs: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = inputs[random.below(inputs.len())].1.clone();
    for _ in 0..=random.below(6) {
        let from = random.below(bytes.len() + 1);
        let most = random.pick(&[2, 8, 64, 4096]);
        let to = (from + random.below(most)).min(bytes.len());
        match random.below(6) {
            0 => drop(bytes.drain(from..to)),
            1 => bytes.extend_from_within(from..to),
            2 => {
                let other = &inputs[random.below(inputs.len())].1;
                let start = random.below(other.len() + 1);
                let end = (start + random.below(256)).min(other.len());
                bytes.splice(from..to, other[start..end].iter().copied());
            }
            3 => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte ^= 1 << random.below(8);
                }
            }
            _ => {
                let piece = random.pick(PIECES).bytes();
                bytes.splice(from..from, piece);
            }
        }
    }
    bytes
}
