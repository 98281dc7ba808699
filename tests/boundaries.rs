//! The boundaries of the rules: definitions just inside and just outside of what each rule reports.
//!
//! The files in `boundaries/` hold a rule's id on a line of its own, and below it rows such as
//!
//! ```text
//! 1:safe container+fargate "cpu": 256.5 => a part of the message # why
//! ```
//!
//! - The number counts the findings of the rule, or the changes if it is a rule of the conversion.
//!   `:safe` or `:unsure` is the fix that each of the findings offers, `:mixed` says that they differ;
//!   without a word none offers a fix.
//! - The place says where the members go, in place of those that a small definition without faults
//!   has: `container` or `task`. `text` is a whole text. After each `+` comes a setting of that
//!   definition, which `definition.rs` has, or an edit
//!   as its option and its value: `env:A=1`.
//! - After `=>` comes a part of each finding's message, or of the conversion's result.
//! - `«3×ab»` is short for `ababab`.

#![allow(clippy::panic, reason = "a test fails by panicking")]

#[path = "boundaries/definition.rs"]
mod definition;
#[path = "boundaries/row.rs"]
mod row;

use std::collections::BTreeSet;
use std::fmt::Write;

use taskdef_core::catalog::{RULES, find, is_check};

use row::Row;

const FILES: [(&str, &str); 9] = [
    ("sizes.txt", include_str!("boundaries/sizes.txt")),
    ("network.txt", include_str!("boundaries/network.txt")),
    ("containers.txt", include_str!("boundaries/containers.txt")),
    ("platforms.txt", include_str!("boundaries/platforms.txt")),
    ("references.txt", include_str!("boundaries/references.txt")),
    ("storage.txt", include_str!("boundaries/storage.txt")),
    ("security.txt", include_str!("boundaries/security.txt")),
    ("conversion.txt", include_str!("boundaries/conversion.txt")),
    ("edits.txt", include_str!("boundaries/edits.txt")),
];

/// The rows with the file and the line of each, for failures.
fn rows() -> Vec<(String, Row)> {
    let mut rows = Vec::new();
    for (file, text) in FILES {
        let mut rule = "";
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty()) {
            let place = format!("{file}:{number}: {line}");
            if !line.starts_with(' ') {
                rule = line;
                assert!(find(rule).is_some(), "no rule: {place}");
            } else if let Some(row) = Row::parse(rule, line) {
                rows.push((place, row));
            } else {
                panic!("not a row: {place}");
            }
        }
    }
    rows
}

#[test]
fn rules_report_one_side_of_their_boundary_only() {
    let mut failures = String::new();
    for (place, row) in rows() {
        if let Err(why) = row.run() {
            let _ = writeln!(failures, "{place}\n    {}: {why}", row.rule);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_rule_of_check_has_rows_on_both_sides() {
    let sides: BTreeSet<_> = rows()
        .iter()
        .map(|(_, row)| (row.rule, row.expected == "0"))
        .collect();
    for rule in RULES.iter().filter(|rule| is_check(rule)) {
        for none in [false, true] {
            assert!(
                sides.contains(&(rule.id, none)),
                "{}, none: {none}",
                rule.id
            );
        }
    }
}
