//! README's numbers about what people delete before they register a definition again: they are counted here,
//! from lines of public repositories (`tests/jq/lines.tsv`).

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use taskdef_core::model::{READ_ONLY, REQUEST};

/// What a public file deletes.
struct Deletion {
    source: String,
    keys: BTreeSet<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).expect("the file is there")
}

/// The keys between the parentheses of each `del(…)`.
fn keys(deletion: &str) -> BTreeSet<String> {
    let lists = deletion
        .split("del(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let paths = lists.flat_map(|list| list.split(','));
    paths
        .map(|path| path.trim().trim_start_matches('.').to_owned())
        .collect()
}

fn deletions() -> Vec<Deletion> {
    let text = read("tests/jq/lines.tsv");
    let rows = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [repository, commit, path, deletion] = cells[..] else {
                panic!("four cells: {line}");
            };
            assert_eq!(commit.len(), 40, "a whole commit: {line}");
            Deletion {
                source: format!("{repository}@{commit}:{path}"),
                keys: keys(deletion),
            }
        });
    rows.collect()
}

fn count(deletions: &[Deletion], is: impl Fn(&Deletion) -> bool) -> usize {
    deletions.iter().filter(|deletion| is(deletion)).count()
}

#[test]
fn each_line_is_another_one_and_deletes_what_is_known() {
    let deletions = deletions();
    assert!(deletions.len() >= 10, "only {}", deletions.len());
    let sources: BTreeSet<_> = deletions.iter().map(|deletion| &deletion.source).collect();
    assert_eq!(
        sources.len(),
        deletions.len(),
        "a source stands there twice"
    );
    for Deletion { source, keys } in &deletions {
        for key in keys {
            assert!(
                READ_ONLY.contains(&key.as_str()) || REQUEST.member(key).is_some(),
                "{source}: {key} is no field of a task definition"
            );
        }
    }
}

/// What README says of them is what is counted.
#[test]
fn readme_says_what_is_counted() {
    let deletions = deletions();
    let leaves = |keys: &BTreeSet<String>, name: &str| !keys.contains(name);
    let all = deletions.len();
    let incomplete = count(&deletions, |one| {
        READ_ONLY.iter().any(|name| leaves(&one.keys, name))
    });
    let old = count(&deletions, |one| leaves(&one.keys, "registeredAt"));
    let lossy = count(&deletions, |one| {
        one.keys.iter().any(|key| REQUEST.member(key).is_some())
    });
    let said = format!(
        "Of {all} such lines found in public repositories, {incomplete} lack at least one of the {} read-only \
         keys ({old} of them `registeredAt`, which AWS returns since January 2021), and {lossy} delete \
         `placementConstraints`, which can be registered.",
        READ_ONLY.len()
    );
    assert_eq!(
        incomplete, all,
        "README.ja.md says that every one lacks a key"
    );
    let said_in_japanese = format!(
        "公開リポジトリで見つけた {all} 件を調べたところ、{incomplete} 件すべてで {} 個の読み取り専用キーのどれかが漏れていました\
         （うち {old} 件には、2021 年 1 月から返されるようになった `registeredAt` がありません）。\
         {lossy} 件は、登録できる `placementConstraints` まで削除していました。",
        READ_ONLY.len()
    );
    let lost: BTreeSet<&str> = deletions
        .iter()
        .flat_map(|one| &one.keys)
        .filter(|key| REQUEST.member(key).is_some())
        .map(String::as_str)
        .collect();
    assert_eq!(lost, BTreeSet::from(["placementConstraints"]));
    for (document, said) in [
        ("README.md", &said),
        ("web/guide/from-jq.md", &said),
        ("README.ja.md", &said_in_japanese),
    ] {
        let text = read(document)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(text.contains(said), "{document} should say: {said}");
    }
}
