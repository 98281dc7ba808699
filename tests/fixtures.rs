//! Converts every file under `tests/fixtures` and compares it with its snapshots and with its row
//! in the table of `tests/fixtures/README.md`.
//!
//! `UPDATE=1 cargo test -p taskdef-core --test fixtures` accepts differences.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use taskdef_core::catalog::is_check;
use taskdef_core::{Conversion, Failure, Lang, Options, Pasted, Unreadable, convert, report};

const ACCEPT: &str = "UPDATE=1 cargo test -p taskdef-core --test fixtures";
const CONVERTED: [&str; 3] = ["good", "kept", "faulty"];
const UNREADABLE: [&str; 2] = ["refused", "broken"];
const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Ja, "ja")];

/// A fixture and its row in the table.
struct Fixture {
    folder: &'static str,
    /// The file's name without its extension.
    name: String,
    bytes: Vec<u8>,
    /// The line at which reading stops, from the table of broken fixtures.
    line: Option<u32>,
    /// What the fixture shows, from the table.
    shows: String,
}

impl Fixture {
    fn says(&self, words: &str) -> bool {
        self.shows.to_lowercase().contains(words)
    }

    fn convert(&self, lang: Lang) -> Result<Conversion, Unreadable> {
        let options = Options {
            lang,
            ..Options::default()
        };
        convert(&Pasted::bytes(&self.bytes)?, &options).map_err(|failure| match failure {
            Failure::Unreadable(unreadable) => unreadable,
            Failure::Edit(error) => panic!("{self}: there is no edit, but {error:?}"),
        })
    }

    fn converted(&self) -> Conversion {
        match self.convert(Lang::En) {
            Ok(conversion) => conversion,
            Err(error) => panic!("{self}: {}", error.message(Lang::En)),
        }
    }

    fn unreadable(&self) -> Unreadable {
        match self.convert(Lang::En) {
            Ok(_) => panic!("{self} should not be readable"),
            Err(error) => error,
        }
    }
}

impl std::fmt::Display for Fixture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.folder, self.name)
    }
}

#[test]
fn snapshots() {
    let mut snapshots = Snapshots::new();
    for fixture in fixtures(&CONVERTED) {
        snapshots.check(&fixture, "result.json", &fixture.converted().result);
        snapshots.check(&fixture, "report.json", &report_json(&fixture));
        for (lang, code) in LANGS {
            let text = fixture
                .convert(lang)
                .map(|conversion| report::render(&conversion.report, lang, |_, text| text.into()))
                .expect("is converted above");
            snapshots.check(&fixture, &format!("{code}.txt"), &text);
        }
    }
    for fixture in fixtures(&UNREADABLE) {
        for (lang, code) in LANGS {
            let text = error_text(&fixture.unreadable(), lang);
            snapshots.check(&fixture, &format!("{code}.txt"), &text);
        }
    }
    snapshots.finish();
}

/// The report without versions, one member a line.
fn report_json(fixture: &Fixture) -> String {
    let mut report = fixture.converted().report;
    let one_line: Value = serde_json::from_str(&report.to_json()).expect("a report is JSON");
    assert_eq!(
        one_line,
        serde_json::to_value(&report).expect("a report is JSON")
    );
    report.tool = "taskdef";
    report.model = "botocore";
    serde_json::to_string_pretty(&report).expect("a report is JSON") + "\n"
}

/// An error with its position and its line, similar to the command line's output.
fn error_text(error: &Unreadable, lang: Lang) -> String {
    let mut text = format!("[{}] {}\n", error.id(), error.message(lang));
    if let Some(at) = error.position {
        let _ = writeln!(
            text,
            "at {}:{} (UTF-16: {})",
            at.line, at.column, at.column_utf16
        );
    }
    if let Some(line) = &error.line {
        let _ = writeln!(
            text,
            "| {}\n| {}^",
            line.text,
            " ".repeat(line.column as usize - 1)
        );
    }
    text
}

#[test]
fn a_result_converts_to_itself() {
    for fixture in fixtures(&CONVERTED) {
        let first = fixture.converted().result;
        let second = convert(&Pasted::text(&first), &Options::default())
            .unwrap_or_else(|failure| panic!("{fixture}: {failure:?}"));
        assert!(
            second.result == first,
            "{fixture}:\n{}",
            diff(&first, &second.result)
        );
        let changes = second.report.changes.len() + second.report.mendings.len();
        assert_eq!(changes, 0, "{fixture} changes again");
    }
}

#[test]
fn what_needs_no_change_comes_out_byte_for_byte() {
    let mut seen = 0;
    for fixture in fixtures(&CONVERTED) {
        if !fixture.says("same bytes out") {
            continue;
        }
        seen += 1;
        let conversion = fixture.converted();
        let pasted = String::from_utf8_lossy(&fixture.bytes);
        assert!(
            conversion.result == pasted,
            "{fixture}:\n{}",
            diff(&pasted, &conversion.result)
        );
        let report = conversion.report;
        assert!(report.mendings.is_empty(), "{fixture}");
        assert!(report.changes.is_empty(), "{fixture}");
        // The findings of `check` are covered by the snapshot.
        let mut findings = report.findings.iter().filter(|f| !is_check(f.about));
        assert!(
            findings.all(|f| fixture.folder == "kept" && f.rule == "placeholder"),
            "{fixture}: {:?}",
            report.findings
        );
    }
    assert!(
        seen >= 14,
        "README.md marks only {seen} fixtures \"same bytes out\""
    );
}

#[test]
fn mended_texts_say_the_same_as_the_clean_one() {
    let all = fixtures(&CONVERTED);
    let clean = all
        .iter()
        .find(|fixture| fixture.name == "already-registerable")
        .expect("good/already-registerable.json is there");
    let clean = String::from_utf8_lossy(&clean.bytes);
    let meaning = |text: &str| serde_json::from_str::<Value>(text).expect("a result is JSON");
    for fixture in &all {
        let mended = fixture.name.starts_with("mended-");
        let bytes = fixture.says("result: the bytes of already-registerable.json");
        let same = fixture.says("result: the meaning of already-registerable.json");
        if !mended && fixture.name != "minified" {
            assert!(!bytes && !same, "{fixture} should be named mended-*");
            continue;
        }
        let conversion = fixture.converted();
        let result = &conversion.result;
        assert_eq!(
            mended,
            !conversion.report.mendings.is_empty(),
            "{fixture}: whether anything was mended"
        );
        if bytes {
            assert!(*result == clean, "{fixture}:\n{}", diff(&clean, result));
        } else if same {
            assert_eq!(meaning(result), meaning(&clean), "{fixture}");
        } else {
            // Its words differ from those of the clean fixture; its snapshot shows how.
            assert_eq!(fixture.name, "mended-bare-words");
        }
    }
}

#[test]
fn broken_texts_point_at_their_line() {
    for fixture in fixtures(&UNREADABLE) {
        let error = fixture.unreadable();
        let line = error.position.map(|position| position.line);
        if fixture.folder == "broken" {
            assert!(fixture.line.is_some(), "README.md gives no line: {fixture}");
            assert_eq!(line, fixture.line, "{fixture}: {}", error.message(Lang::En));
        }
        if let (Some(masked), Some(line)) = (&error.line, line) {
            assert!(
                !masked.text.contains(['\n', '\r']),
                "{fixture}, line {line}"
            );
            assert!(masked.text.chars().count() <= 160, "{fixture}, line {line}");
            assert!(masked.column <= 161, "{fixture}, line {line}");
        }
    }
}

#[test]
fn findings_are_where_the_folder_says() {
    for fixture in fixtures(&CONVERTED) {
        let report = fixture.converted().report;
        match fixture.folder {
            "faulty" => assert!(report.errors() > 0, "{fixture} has no error finding"),
            "kept" => {
                assert!(!report.findings.is_empty(), "{fixture} has no finding");
                assert_eq!(report.errors(), 0, "{fixture}: {:?}", report.findings);
            }
            // Fields that exclude each other.
            _ if fixture.name == "every-field" => {}
            _ => assert_eq!(report.errors(), 0, "{fixture}: {:?}", report.findings),
        }
    }
}

/// Every fixture of these folders; each has a row in the table, and each row a file.
fn fixtures(folders: &[&'static str]) -> Vec<Fixture> {
    let mut rows = rows();
    let mut fixtures = Vec::new();
    for &folder in folders {
        let mut names = BTreeSet::new();
        for path in files(&tests().join("fixtures").join(folder)) {
            let file = file_name(&path);
            let (line, shows) = rows
                .remove(&format!("{folder}/{file}"))
                .unwrap_or_else(|| panic!("fixtures/README.md has no row for {folder}/{file}"));
            let name = path.file_stem().expect("a file has a name");
            let name = name.to_string_lossy().into_owned();
            assert!(
                names.insert(name.clone()),
                "two fixtures are called {folder}/{name}"
            );
            fixtures.push(Fixture {
                folder,
                name,
                bytes: fs::read(&path).expect("a fixture can be read"),
                line,
                shows,
            });
        }
        let gone: Vec<_> = rows
            .keys()
            .filter(|key| key.starts_with(&format!("{folder}/")))
            .collect();
        assert!(
            gone.is_empty(),
            "fixtures/README.md has rows without a file: {gone:?}"
        );
    }
    fixtures
}

/// The rows of the table: the line, if any, and what the fixture shows.
fn rows() -> BTreeMap<String, (Option<u32>, String)> {
    let table = fs::read_to_string(tests().join("fixtures/README.md")).expect("the table is there");
    let mut folder = "";
    let mut rows = BTreeMap::new();
    for line in table.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            folder = heading.trim_end_matches('/');
        }
        let Some(row) = line
            .strip_prefix("| ")
            .and_then(|row| row.strip_suffix(" |"))
        else {
            continue;
        };
        let Some((file, rest)) = row.split_once(" | ") else {
            continue;
        };
        if file == "fixture" || file.starts_with("---") {
            continue;
        }
        let (line, shows) = match rest.split_once(" | ") {
            Some((line, shows)) if folder == "broken" => (leading_number(line), shows),
            _ => (None, rest),
        };
        rows.insert(format!("{folder}/{file}"), (line, shows.to_owned()));
    }
    rows
}

fn leading_number(text: &str) -> Option<u32> {
    text.split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

/// Compares texts with files under `tests/snapshots`, or writes them there.
struct Snapshots {
    update: bool,
    seen: BTreeSet<PathBuf>,
    differences: String,
}

impl Snapshots {
    fn new() -> Self {
        Snapshots {
            update: std::env::var_os("UPDATE").is_some_and(|value| value == "1"),
            seen: BTreeSet::new(),
            differences: String::new(),
        }
    }

    fn check(&mut self, fixture: &Fixture, kind: &str, text: &str) {
        let folder = tests().join("snapshots").join(fixture.folder);
        let path = folder.join(format!("{}.{kind}", fixture.name));
        let known = fs::read_to_string(&path).ok();
        if self.update && known.as_deref() != Some(text) {
            fs::create_dir_all(&folder).expect("a folder can be made");
            fs::write(&path, text).expect("a snapshot can be written");
        } else if known.as_deref() != Some(text) {
            let difference = match known {
                Some(known) => diff(&known, text),
                None => "  there is no snapshot yet\n".to_owned(),
            };
            let _ = writeln!(self.differences, "{fixture}.{kind}\n{difference}");
        }
        self.seen.insert(path);
    }

    /// Removes or reports each snapshot that belongs to no fixture.
    fn finish(mut self) {
        for folder in CONVERTED.into_iter().chain(UNREADABLE) {
            for path in files(&tests().join("snapshots").join(folder)) {
                if self.seen.contains(&path) {
                    continue;
                }
                if self.update {
                    fs::remove_file(&path).expect("a snapshot can be removed");
                } else {
                    let name = file_name(&path);
                    let _ = writeln!(self.differences, "{folder}/{name}\n  has no fixture\n");
                }
            }
        }
        assert!(
            self.differences.is_empty(),
            "snapshots differ (- snapshot, + now):\n\n{}To accept: {ACCEPT}",
            self.differences
        );
    }
}

/// The lines that differ, each with its number in its text.
fn diff(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (
        old.split_inclusive('\n').collect(),
        new.split_inclusive('\n').collect(),
    );
    // `common[i][j]` is the length of the longest common subsequence of `old[i..]` and `new[j..]`.
    let mut common = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = String::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            i += 1;
            j += 1;
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            i += 1;
            let _ = writeln!(out, "  -{i:>4} {:?}", old[i - 1]);
        } else {
            j += 1;
            let _ = writeln!(out, "  +{j:>4} {:?}", new[j - 1]);
        }
    }
    out
}

/// The files of a folder, sorted; empty if it does not exist.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("a folder can be listed").path())
        .collect();
    files.sort();
    files
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().expect("a file has a name");
    name.to_string_lossy().into_owned()
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}
