//! Findings as SARIF 2.1.0, for code scanning.
//!
//! A log is kept and shown far from here, so it holds no line of the input, and nothing that is
//! made from a value.

use serde_json::{Map, Value, json};
use taskdef_core::catalog::{RULES, also};
use taskdef_core::escape;
use taskdef_core::report::{Finding, More, Severity};
use taskdef_core::rule::{Class, Rule};
use taskdef_core::{Lang, Position, Unreadable, report_json};

use super::Checked;

pub(crate) fn render(checked: &[Checked], lang: Lang) -> String {
    let results = checked.iter().flat_map(|one| match &one.outcome {
        Ok(report) => {
            let findings = report.findings.iter().map(|f| result(&one.file, f));
            let more = report.more.iter().map(|more| untold(&one.file, more, lang));
            findings.chain(more).collect()
        }
        Err(error) => vec![unreadable(&one.file, error, lang)],
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "taskdef",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            }},
            "language": match lang { Lang::En => "en", Lang::Ja => "ja" },
            "columnKind": "utf16CodeUnits",
            "results": results.collect::<Vec<Value>>(),
        }],
    });
    report_json(&log) + "\n"
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let words = rule.words(lang);
    let level = rule.class.severity().map_or("note", level);
    let is_security = matches!(rule.class, Class::Security(_));
    let own = is_security.then_some("security").into_iter();
    let tags: Vec<&str> = own.chain(also(rule).iter().copied()).collect();
    let mut descriptor = json!({
        "id": rule.id,
        "shortDescription": {"text": words.title},
        "fullDescription": {"text": words.why},
        "help": {"text": words.cure},
        "helpUri": rule.source,
        "defaultConfiguration": {"level": level},
    });
    if !tags.is_empty() {
        descriptor["properties"] = json!({"tags": tags});
    }
    descriptor
}

fn result(file: &str, finding: &Finding) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": escape(&finding.message)},
        "locations": [location(file, finding.position.zip(finding.end), &finding.dotted)],
        "partialFingerprints": {"ruleAndPlace/v1": fingerprint(finding)},
    });
    if let Some(index) = RULES.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(fix) = finding.public_fix() {
        let replacements = fix.edits.iter().map(|edit| {
            json!({
                "deletedRegion": region(edit.start, edit.end),
                "insertedContent": {"text": edit.text},
            })
        });
        result["fixes"] = json!([{
            "description": {"text": fix.title},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(file)},
                "replacements": replacements.collect::<Vec<_>>(),
            }],
        }]);
    }
    result
}

/// The findings of a rule that are counted only.
fn untold(file: &str, more: &More, lang: Lang) -> Value {
    json!({
        "ruleId": more.rule,
        "level": level(more.severity),
        "message": {"text": more.text(lang)},
        "locations": [location(file, None, "")],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn unreadable(file: &str, error: &Unreadable, lang: Lang) -> Value {
    json!({
        "ruleId": error.id(),
        "level": "error",
        "message": {"text": escape(&error.message(lang))},
        "locations": [location(file, error.position.map(|at| (at, at)), "")],
    })
}

fn location(file: &str, place: Option<(Position, Position)>, dotted: &str) -> Value {
    let mut physical = Map::new();
    physical.insert("artifactLocation".to_owned(), json!({"uri": uri(file)}));
    if let Some((start, end)) = place {
        physical.insert("region".to_owned(), region(start, end));
    }
    let mut location = json!({"physicalLocation": physical});
    if !dotted.is_empty() {
        location["logicalLocations"] = json!([{"fullyQualifiedName": dotted}]);
    }
    location
}

fn region(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column_utf16,
        "endLine": end.line,
        "endColumn": end.column_utf16,
    })
}

/// A file's name as a URI: relative as it was given, or absolute.
fn uri(file: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte);
    let file = file.strip_prefix("./").unwrap_or(file);
    let file = file.replace('\\', "/");
    let escaped = |byte: u8| {
        if plain(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    let path: String = file.bytes().map(escaped).collect();
    if path.starts_with('/') {
        format!("file://{path}")
    } else {
        path
    }
}

/// Tells a finding apart from the others of its file, also when lines move: its rule and place.
fn fingerprint(finding: &Finding) -> String {
    let bytes = finding
        .rule
        .bytes()
        .chain([0])
        .chain(finding.dotted.bytes());
    // FNV-1a
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
