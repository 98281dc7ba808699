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

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use generate::Mode;
use taskdef_core::annotated::{Part, Row, RowStatus};
use taskdef_core::{Edit, Options, PairList, Pasted, TaskField, annotate};

const CASES: u64 = 2_000;

/// JSON without the spaces between its tokens.
fn compact(json: &str) -> String {
    let mut out = String::new();
    let (mut quoted, mut escaped) = (false, false);
    for c in json.chars() {
        if quoted || !c.is_whitespace() {
            out.push(c);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped && quoted;
    }
    out
}

/// Joins one side of the rows to compact JSON.
fn assembled<'a>(rows: &'a [Row], side: impl Fn(&'a Row) -> Option<&'a str>) -> String {
    let mut out = String::new();
    for row in rows {
        let Some(value) = side(row) else { continue };
        if row.part != Part::Close && !out.is_empty() && !out.ends_with(['[', '{']) {
            out.push(',');
        }
        // A generated wrapper replaces the key as well.
        let rewritten = row.rewritten && row.after.as_deref() == Some(value);
        if !row.key.is_empty() && !out.is_empty() && !rewritten {
            out.push_str(&row.key);
            out.push(':');
        }
        out.push_str(value);
    }
    compact(&out)
}

fn as_pasted(row: &Row) -> Option<&str> {
    row.line.map(|_| row.before.as_str())
}

fn as_result(row: &Row) -> Option<&str> {
    match row.status {
        RowStatus::Kept => Some(&row.before),
        RowStatus::Removed | RowStatus::Wrapper => None,
        RowStatus::Moved if row.line.is_some() => None,
        _ => row.after.as_deref(),
    }
}

/// Checks that the rows reproduce the text and its conversion.
fn hold(text: &str, options: &Options, strict: bool) -> Result<(), String> {
    let Ok(annotated) = annotate(&Pasted::text(text), options) else {
        return Ok(());
    };
    let (conversion, rows) = (&annotated.conversion, &annotated.rows);
    let expect = |what: &str, found: String, wanted: &str| {
        let wanted = compact(wanted);
        (found == wanted)
            .then_some(())
            .ok_or_else(|| format!("{what}:\n{found}\n{wanted}"))
    };
    if strict {
        expect("as pasted", assembled(rows, as_pasted), text)?;
    }
    expect("the result", assembled(rows, as_result), &conversion.result)?;
    let report = &conversion.report;
    let told: Vec<usize> = rows.iter().filter_map(|row| row.change).collect();
    let all: BTreeSet<usize> = told.iter().copied().collect();
    if told.len() != all.len() {
        return Err("a change is told twice".into());
    }
    for (place, change) in report.changes.iter().enumerate() {
        let row = rows.iter().find(|row| row.change == Some(place));
        let Some(row) = row else {
            return Err(format!("{} is not told: {}", change.rule, change.dotted));
        };
        if row.line.is_some() && row.line != change.position.map(|position| position.line) {
            return Err(format!("{} is told at line {:?}", change.rule, row.line));
        }
    }
    for (place, finding) in report.findings.iter().enumerate() {
        if !rows.iter().any(|row| row.findings.contains(&place)) {
            return Err(format!("{} is not told: {}", finding.rule, finding.dotted));
        }
    }
    Ok(())
}

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
            if let Err(why) = hold(&text, &options, true) {
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
            if let Err(why) = hold(&text, &Options::default(), strict) {
                panic!("{}: {why}", path.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 40, "only {seen} fixtures");
}
