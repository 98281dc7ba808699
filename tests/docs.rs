//! The documents are correct: the tables of the rules, of their evidence and the others, the commands that are
//! shown, links, README's picture, and the types of the module's options.
//!
//! `UPDATE=1 cargo test -p taskdef-core --test docs` rewrites the tables and the types.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/types.rs"]
mod types;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use taskdef_core::aws_error;
use taskdef_core::catalog::{RULES, also, evidence};
use taskdef_core::controls::{Author, CONTROLS, Control, Reason};
use taskdef_core::evidence::{Evidence, EvidenceKind};
use taskdef_core::rule::{Class, Severity};
use taskdef_core::{EDIT_OPTIONS, Lang, Options, Pasted, convert, schema};

const ACCEPT: &str = "UPDATE=1 cargo test -p taskdef-core --test docs";

#[test]
fn the_guide_has_every_rule() {
    has_table(
        "web/guide/rules.md",
        ["<!-- rules -->\n", "<!-- /rules -->\n"],
        &rules_table(),
    );
}

#[test]
fn every_error_has_its_evidence_in_one_table() {
    let marks = ["<!-- evidence -->\n", "<!-- /evidence -->\n"];
    has_table("core/EVIDENCE.md", marks, &evidence_table());
}

#[test]
fn every_control_of_others_is_in_one_table() {
    let marks = ["<!-- controls -->\n", "<!-- /controls -->\n"];
    has_table("core/CONTROLS.md", marks, &controls_table());
}

/// Nothing is claimed of a control that is not listed, and none is listed without an answer.
#[test]
fn every_control_has_rules_or_a_reason() {
    for rule in RULES {
        for id in also(rule) {
            let known = CONTROLS.iter().any(|control| control.id == *id);
            assert!(known, "{}: {id} is in no list", rule.id);
        }
    }
    for control in CONTROLS {
        let said = rules_of(control).count() > 0;
        assert!(
            said != control.left_out.is_some(),
            "{} needs a rule, or else a reason why there is none",
            control.id
        );
    }
}

#[test]
fn every_error_of_aws_is_in_one_table() {
    let marks = ["<!-- errors -->\n", "<!-- /errors -->\n"];
    has_table("core/ERRORS.md", marks, &errors_table());
}

#[test]
fn the_modules_types_have_every_option() {
    let marks = ["// <options>\n", "// </options>\n"];
    has_table("web/src/module/module.d.ts", marks, &types::of_generate());
    let marks = ["// <edits>\n", "// </edits>\n"];
    has_table("web/src/module/module.d.ts", marks, &types::of_edits());
}

#[test]
fn the_guides_have_every_edit() {
    for name in ["web/guide/deploy.md", "web/guide/ja/deploy.md"] {
        let guide = read(name);
        let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let words: Vec<&str> = guide.split(|c: char| !part(c)).collect();
        for option in EDIT_OPTIONS {
            let option = format!("--{}", option.name);
            assert!(words.contains(&&*option), "{name} has no {option}");
        }
    }
}

/// A document has this table between two marks, or gets it.
fn has_table(name: &str, [begin, end]: [&str; 2], now: &str) {
    let document = read(name);
    let (before, rest) = document
        .split_once(begin)
        .unwrap_or_else(|| panic!("{name} has no line {}", begin.trim()));
    let (table, after) = rest
        .split_once(end)
        .unwrap_or_else(|| panic!("{name} has no line {}", end.trim()));
    if table == now {
        return;
    }
    assert!(
        std::env::var_os("UPDATE").is_some_and(|value| value == "1"),
        "{name}'s table is not the one made from the rules:\n\n{now}\nTo accept: {ACCEPT}"
    );
    fs::write(root().join(name), [before, begin, now, end, after].concat())
        .unwrap_or_else(|error| panic!("{name} can't be written: {error}"));
}

/// The evidence of the errors, a row for each piece, in the order of the rules.
fn evidence_table() -> String {
    let mut table = String::from("| rule | kind | what is said | where |\n|---|---|---|---|\n");
    for rule in RULES {
        for piece in evidence(rule) {
            let kind = match piece.kind {
                EvidenceKind::Refusal => "refusal",
                EvidenceKind::Reference => "reference",
                EvidenceKind::CannotRun => "cannot run",
            };
            let Evidence { quote, source, .. } = piece;
            let quote = quote.replace('|', "\\|");
            let _ = writeln!(table, "| `{}` | {kind} | `{quote}` | <{source}> |", rule.id);
        }
    }
    table
}

/// The errors of AWS that no rule prevents.
fn errors_table() -> String {
    let mut table = String::from("| id | what it is | AWS's words | where |\n|---|---|---|---|\n");
    for error in aws_error::all() {
        let (id, title, source) = (error.id, error.words(Lang::En).title, error.source);
        let texts = error.texts.iter().map(|text| {
            let text = text.replace("{}", "…").replace('|', "\\|");
            format!("`{text}`")
        });
        let texts = texts.collect::<Vec<_>>().join("<br>");
        let _ = writeln!(table, "| `{id}` | {title} | {texts} | <{source}> |");
    }
    table
}

/// The rules that say what a control asks for.
fn rules_of(control: &Control) -> impl Iterator<Item = &'static str> {
    let rules = RULES.iter().filter(|rule| also(rule).contains(&control.id));
    rules.map(|rule| rule.id)
}

/// What others check, a table for each of them.
fn controls_table() -> String {
    let mut table = String::new();
    let mut author: Option<Author> = None;
    for control in CONTROLS {
        let by = control.by;
        if author != Some(by) {
            author = Some(by);
            let head = "| id | asks for | our rules |\n|---|---|---|";
            let _ = writeln!(table, "\n### {}\n\n<{}>\n\n{head}", by.name(), by.source());
        }
        let rules = rules_of(control).map(|id| format!("`{id}`"));
        let rules = rules.collect::<Vec<_>>().join(", ");
        let none = |reason: Reason| format!("none: {}", reason.text().en);
        let ours = control.left_out.map_or(rules, none);
        let _ = writeln!(table, "| `{}` | {} | {ours} |", control.id, control.asks);
    }
    table
}

/// The rules in the order of their table.
fn rules_table() -> String {
    let mut table = String::from("| rule | what it is about | what is done |\n|---|---|---|\n");
    for rule in RULES {
        let done = match rule.class {
            Class::Mended => "mended",
            Class::Removed => "removed",
            Class::Repaired => "repaired",
            Class::Moved => "moved",
            Class::Edited => "done as asked",
            Class::Warning => "kept, a warning",
            Class::Error => "kept, an error",
            Class::Advice => "kept, advice of `check`",
            Class::Security(Severity::Advice) => "kept, advice of `check` on security",
            Class::Security(_) => "kept, a warning on security",
        };
        let title = rule.words(Lang::En).title.replace('|', "\\|");
        let _ = writeln!(table, "| `{}` | {title} | {done} |", rule.id);
    }
    table
}

/// `tests/cli.rs` runs the commands of these blocks. Its runner is not a shell and silently skips
/// programs that it does not know, so every command shown must be one that it runs.
#[test]
fn every_command_shown_with_its_output_is_run() {
    let mut commands = 0;
    let texts = documents::for_users()
        .into_iter()
        .map(|file| fs::read_to_string(file).expect("it is there"));
    for (info, block) in texts.flat_map(|text| blocks(&text)) {
        if !info.starts_with("console") {
            let prompt = block.lines().find(|line| line.starts_with("$ "));
            assert_eq!(prompt, None, "a block with a prompt should be ```console");
            continue;
        }
        assert_eq!(info, "console", "a block that is not run");
        for line in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
            assert!(
                line.starts_with("taskdef "),
                "tests/cli.rs can't run `{line}`"
            );
            let quoted = line.split('\'').skip(1).step_by(2);
            let plain = quoted.fold(line.to_owned(), |line, quoted| line.replace(quoted, ""));
            assert!(
                !plain.contains(['|', '<', '>', '&', ';', '$', '*']),
                "tests/cli.rs is no shell: `{line}`"
            );
            commands += 1;
        }
    }
    assert!(
        commands > 5,
        "the documents show {commands} commands with their output"
    );
}

/// README's picture is what `convert` does: its lines without a `+` are a paste, those without a `-` the result.
#[test]
fn readmes_picture_is_what_convert_does() {
    let pictures = ["README.md", "README.ja.md"].map(|name| {
        let mut found = blocks(&read(name)).into_iter();
        let picture = found.find(|(info, _)| info == "diff");
        picture.unwrap_or_else(|| panic!("{name} has no picture")).1
    });
    let side = |without: char| -> String {
        let lines = pictures[0]
            .lines()
            .filter(|line| !line.starts_with(without));
        lines.map(|line| line[1..].to_owned() + "\n").collect()
    };
    let converted = convert(&Pasted::text(&side('+')), &Options::default());
    assert_eq!(converted.expect("a task definition").result, side('-'));
    assert_eq!(pictures[0], pictures[1], "one picture in both languages");
}

/// What is to be sent to schemastore.org names the schema as it names itself.
#[test]
fn the_entry_for_schemastore_is_that_of_the_schema() {
    let entry: Value =
        serde_json::from_str(&read("cli/package/schemastore/catalog-entry.json")).expect("JSON");
    let schema: Value = serde_json::from_str(&schema(Lang::En)).expect("JSON");
    assert_eq!(entry["url"], schema["$id"]);
    assert_eq!(entry["name"], schema["title"]);
}

#[test]
fn readme_is_short() {
    for name in ["README.md", "README.ja.md"] {
        let lines = read(name).lines().count();
        assert!(
            lines <= 160,
            "{name} has {lines} lines: the guides are for the rest"
        );
    }
}

/// Every fenced block: its info string, and its text.
fn blocks(markdown: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.trim_start().strip_prefix("```") {
            let block = lines
                .by_ref()
                .take_while(|line| !line.trim_start().starts_with("```"));
            let block = block.map(|line| line.to_owned() + "\n").collect();
            blocks.push((info.trim().to_owned(), block));
        }
    }
    blocks
}

#[test]
fn links_lead_to_files() {
    let mut links = 0;
    let others = [
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "core/EVIDENCE.md",
        "core/CONTROLS.md",
        "tests/README.md",
        "tests/fixtures/README.md",
    ];
    let others = others.into_iter().map(|name| root().join(name));
    for document in documents::for_users().into_iter().chain(others) {
        let text = fs::read_to_string(&document).expect("it is there");
        let folder = document.parent().expect("a file is in a folder");
        let document = document.display();
        for target in targets(&text) {
            let path = target.split('#').next().unwrap_or_default();
            if path.is_empty() || path.contains("://") || path.starts_with("mailto:") {
                continue;
            }
            links += 1;
            assert!(
                folder.join(path).exists(),
                "{document} links to {path}, which is not there"
            );
        }
    }
    assert!(links > 0, "no document links to a file");
}

/// The targets of the links in a Markdown text, outside fenced blocks and code.
fn targets(markdown: &str) -> Vec<String> {
    let mut fenced = false;
    let mut targets = Vec::new();
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let outside_code: Vec<&str> = line.split('`').step_by(2).collect();
            let line = outside_code.concat();
            let found = line.split("](").skip(1);
            targets.extend(found.filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())));
        }
    }
    targets
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
