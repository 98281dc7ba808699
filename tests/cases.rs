//! Inputs that people really had, rebuilt small: `tests/cases/expected.txt` says what each gives.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// One input with what is expected of it.
struct Case<'a> {
    file: PathBuf,
    name: &'a str,
    expected: Vec<&'a str>,
}

#[test]
fn every_case_gives_what_is_expected() {
    let table = fs::read_to_string(folder().join("expected.txt")).unwrap();
    let cases = cases(&table);
    let wrong: Vec<String> = cases.iter().flat_map(Case::wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_input_has_a_case() {
    let table = fs::read_to_string(folder().join("expected.txt")).unwrap();
    let named: BTreeSet<&str> = cases(&table).iter().map(|case| case.name).collect();
    let files = fs::read_dir(folder()).unwrap();
    let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let alone = |name: &String| name != "expected.txt" && !name.contains("as-aws-describes-it");
    let files: BTreeSet<String> = files.filter(alone).collect();
    assert_eq!(
        files.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        named
    );
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases")
}

fn cases(table: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in table.lines() {
        if let Some(expected) = line.strip_prefix("  ") {
            cases.last_mut().unwrap().expected.push(expected);
        } else if !line.is_empty() && !line.starts_with('#') {
            cases.push(Case {
                file: folder().join(line),
                name: line,
                expected: Vec::new(),
            });
        }
    }
    for case in &cases {
        assert!(
            !case.expected.is_empty(),
            "nothing is expected of {}",
            case.name
        );
    }
    cases
}

impl Case<'_> {
    /// The expectations that are not met.
    fn wrong(&self) -> Vec<String> {
        let expected = self.expected.iter();
        let wrong = expected.filter_map(|line| {
            let gave = self.unmet(line)?;
            Some(format!("{}: {line}: {gave}", self.name))
        });
        wrong.collect()
    }

    /// What was given instead, if an expectation is not met.
    fn unmet(&self, line: &str) -> Option<String> {
        let (word, rest) = line.split_once(' ').expect("a word and what belongs to it");
        let status = |output: &Output| {
            let code = output.status.code().unwrap().to_string();
            (code != rest).then_some(code)
        };
        let holds = |text: String| (!text.contains(rest)).then_some(text);
        match word {
            "check" => status(&self.run(&["check"])),
            "strict" => status(&self.run(&["check", "--strict"])),
            "convert" => status(&self.run(&["convert"])),
            "diff" => {
                let (other, wanted) = rest.split_once(' ').unwrap();
                let other = folder().join(other);
                let output = self.run(&["diff", "--exit-code", other.to_str().unwrap()]);
                let code = output.status.code().unwrap().to_string();
                (code != wanted).then_some(code)
            }
            "no" => self.found(None, rest),
            "error" | "warning" | "advice" => self.found(Some(rest), word),
            "says" => holds(text(&self.run(&["convert"]).stderr)),
            "result" => holds(text(&self.run(&["convert"]).stdout)),
            "fix" => holds(self.fixed()),
            "read" => {
                let output = self.run(&["convert", "--report", "json"]);
                let report: Value = serde_json::from_slice(&output.stderr).unwrap();
                let refused = output.status.code() == Some(3) && report["error"]["id"] == rest;
                (!refused).then(|| report.to_string())
            }
            rule => self.noted(rule, rest),
        }
    }

    /// The findings of a severity, unless there are as many of a rule as expected.
    fn found(&self, wanted: Option<&str>, severity: &str) -> Option<String> {
        let output = self.run(&["check", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let findings = report["files"][0]["findings"].as_array();
        let Some(findings) = findings else {
            return Some(report.to_string());
        };
        let own = findings
            .iter()
            .filter(|finding| finding["severity"] == severity);
        let rules: Vec<&str> = own
            .map(|finding| finding["rule"].as_str().unwrap())
            .collect();
        let fits = match wanted {
            None => rules.is_empty(),
            Some(wanted) => {
                let (rule, count) = wanted.split_once(' ').unwrap();
                let same = rules.iter().filter(|&&found| found == rule);
                same.count().to_string() == count
            }
        };
        (!fits).then(|| rules.join(", "))
    }

    /// The rules of all changes and mendings, unless there are as many of one as expected.
    fn noted(&self, rule: &str, count: &str) -> Option<String> {
        let output = self.run(&["convert", "--report", "json"]);
        let report: Value = serde_json::from_slice(&output.stderr).unwrap();
        let lists = ["mendings", "changes"].into_iter();
        let notes = lists.filter_map(|list| report[list].as_array()).flatten();
        let rules: Vec<&str> = notes.map(|note| note["rule"].as_str().unwrap()).collect();
        let same = rules.iter().filter(|&&noted| noted == rule).count();
        (same.to_string() != count).then(|| rules.join(", "))
    }

    /// The text of the file after its safe fixes.
    fn fixed(&self) -> String {
        let folder = TempDir::new().unwrap();
        let copy = folder.path().join(self.name);
        fs::copy(&self.file, &copy).unwrap();
        run(&["check", "--fix"], &copy);
        fs::read_to_string(copy).unwrap()
    }

    fn run(&self, args: &[&str]) -> Output {
        run(args, &self.file)
    }
}

fn run(args: &[&str], file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taskdef"));
    command.args(args).arg(file).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
