//! `check`: all findings of a definition at once with their positions, fixes, and `as_is` for a
//! committed file.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use taskdef_core::report::{Finding, Report, Severity};
use taskdef_core::{Fixed, Options, Pasted, check, convert, fix};

/// A definition with two dozen faults. A mark `«rule:` stands before each, where the finding of
/// that rule begins.
const MANY_FAULTS: &str = include_str!("check/many-faults.txt");

fn checked(text: &str, as_is: bool) -> Report {
    check(&Pasted::text(text), &Options::default(), as_is).expect("a task definition")
}

/// The text without its marks, and each mark's rule with its line and column (in scalars and in
/// UTF-16 units).
fn unmarked(marked: &str) -> (String, BTreeSet<(String, u32, u32, u32)>) {
    let mut text = String::new();
    let mut places = BTreeSet::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('«') {
        let (rule, after) = after.split_once(':').expect("a mark ends with a colon");
        text.push_str(before);
        let line = text.rsplit('\n').next().unwrap_or_default();
        let number = text.matches('\n').count() + 1;
        let count = |units: usize| u32::try_from(units + 1).expect("a column");
        places.insert((
            rule.to_owned(),
            u32::try_from(number).expect("a line"),
            count(line.chars().count()),
            count(line.encode_utf16().count()),
        ));
        rest = after;
    }
    text.push_str(rest);
    (text, places)
}

fn places(report: &Report) -> BTreeSet<(String, u32, u32, u32)> {
    let findings = report.findings.iter();
    let findings = findings.filter(|finding| finding.severity > Severity::Advice);
    findings
        .map(|finding| {
            let at = finding.position.expect("a place in the paste");
            (finding.rule.to_owned(), at.line, at.column, at.column_utf16)
        })
        .collect()
}

#[test]
fn all_faults_of_a_file_come_at_once_each_at_its_place() {
    let (text, expected) = unmarked(MANY_FAULTS);
    assert!(expected.len() >= 20, "only {} faults", expected.len());
    let report = checked(&text, false);
    assert_eq!(places(&report), expected);
    // The conversion reports the same findings.
    let options = Options {
        ..Options::default()
    };
    let conversion = convert(&Pasted::text(&text), &options).expect("a definition");
    assert_eq!(places(&conversion.report), expected);
    let rules: BTreeSet<_> = expected.iter().map(|place| &place.0).collect();
    assert!(rules.len() >= 20, "only {} rules", rules.len());
}

#[test]
fn places_are_the_same_on_one_line() {
    let (text, expected) = unmarked(MANY_FAULTS);
    let one_line: String = text
        .lines()
        .map(|line| line.trim_start().to_owned())
        .collect::<Vec<_>>()
        .concat();
    let report = checked(&one_line, false);
    let findings = report.findings.iter();
    let mut rules: Vec<_> = findings
        .filter(|finding| finding.severity > Severity::Advice)
        .map(|finding| finding.rule.to_owned())
        .collect();
    let mut wanted: Vec<_> = expected.into_iter().map(|place| place.0).collect();
    rules.sort();
    wanted.sort();
    assert_eq!(rules, wanted);
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.position.is_some_and(|at| at.line == 1))
    );
}

#[test]
fn an_excerpt_underlines_the_place_and_shows_no_value() {
    let (text, _) = unmarked(MANY_FAULTS);
    for finding in &checked(&text, false).findings {
        let excerpt = finding.excerpt.as_ref().expect("a line of the paste");
        let marked: String = excerpt
            .text
            .chars()
            .skip(excerpt.column as usize - 1)
            .take(excerpt.length as usize)
            .collect();
        assert!(
            marked.starts_with(['"', '{', '[']),
            "{}: {marked}",
            finding.rule
        );
        assert!(
            !excerpt.text.contains("hunter2"),
            "{}: {}",
            finding.rule,
            excerpt.text
        );
    }
}

#[test]
fn a_fix_leaves_the_rest_of_the_text_alone() {
    let text = "{ // nightly\n  \"family\" : \"batch\",\n\t\"requiresCompatibilities\": [\"FARGATE\"],\n  \
                \"cpu\": \"256\", \"memory\": \"512 MiB\",\n  \"containerDefinitions\": [ { \"name\": \"app\", \
                \"image\": \"app:1\" , \"healthCheck\": {\"command\": [\"curl -f http://localhost\"]}} ]\n}\n";
    let all = |_: &Finding| true;
    let Fixed {
        text: fixed,
        count: made,
        ..
    } = fix(&Pasted::text(text), &Options::default(), false, all).expect("a definition");
    assert_eq!(made, 3, "{fixed}");
    assert_eq!(
        fixed,
        text.replace("512 MiB", "512")
            .replace("[\"curl", "[\"CMD-SHELL\", \"curl")
            .replace(
                "localhost\"]}} ]\n}",
                "localhost\"]}} ],\n  \"networkMode\": \"awsvpc\"\n}"
            )
    );
    // Every safe fix was applied; findings without one remain.
    let Fixed {
        text: again,
        count: made,
        ..
    } = fix(&Pasted::text(&fixed), &Options::default(), false, all).expect("a definition");
    assert_eq!((again, made), (fixed, 0));
}

#[test]
fn a_fix_that_is_not_wanted_is_not_made() {
    let text = r#"{"family": "batch", "memory": "512MB", "containerDefinitions": [{"name": "app", "image": "app:1"}]}"#;
    let none = |finding: &Finding| finding.rule != "unreadable-size";
    let Fixed {
        text: same,
        count: made,
        ..
    } = fix(&Pasted::text(text), &Options::default(), false, none).expect("a definition");
    assert_eq!((same.as_str(), made), (text, 0));
}

#[test]
fn as_is_every_change_is_an_error_and_fix_makes_it() {
    let text = r#"{
  "family": "batch",
  "revision": 5,
  "memory": 512,
  "ipcMode": null,
  "volumes": [],
  "tags": [],
  "containerDefinitions": [{"name": "app", "image": "app:1", "cpu": "10", "links": null}]
}
"#;
    let rules = |report: &Report| {
        let findings = report.findings.iter();
        let errors = findings.filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert!(rules(&checked(text, false)).is_empty());
    let expected = [
        "read-only-field",
        "number-for-string",
        "null-value",
        "empty-list",
        "string-for-integer",
        "null-value",
    ];
    // Of empty lists, ECS refuses `tags` alone.
    assert_eq!(rules(&checked(text, true)), expected);
    let Fixed {
        text: fixed,
        count: made,
        ..
    } = fix(&Pasted::text(text), &Options::default(), true, |_| true).expect("a definition");
    assert_eq!(made, 6);
    assert!(rules(&checked(&fixed, true)).is_empty(), "{fixed}");
    let meaning = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    let converted = convert(&Pasted::text(text), &Options::default()).expect("a definition");
    let mut fixed = meaning(&fixed);
    fixed.as_object_mut().expect("an object").remove("volumes");
    assert_eq!(fixed, meaning(&converted.result));
}

#[test]
fn errors_and_placeholders_may_not_be_registered() {
    let of = |members: &str| {
        let text = format!(
            r#"{{"family": "batch", "memory": "512", "containerDefinitions": [{{"name": "app", {members}}}]}}"#
        );
        let options = Options {
            ..Options::default()
        };
        let report = convert(&Pasted::text(&text), &options).expect("a definition");
        let report = report.report;
        (report.errors(), report.blockers().count())
    };
    assert_eq!(of(r#""image": "app:1""#), (0, 0));
    assert_eq!(of(r#""image": "app""#), (0, 0));
    assert_eq!(of(r#""image": "<IMAGE1_NAME>""#), (0, 1));
    assert_eq!(of(r#""image": "app:1", "memory": 2"#), (1, 1));
    assert_eq!(of(r#""image": "app:1", "enviroment": []"#), (1, 1));
}

#[test]
fn findings_of_an_edit_have_no_fix_in_the_paste() {
    use taskdef_core::{Edit, TaskField};
    let options = Options {
        edits: vec![Edit::Task {
            field: TaskField::Memory,
            value: "512MB".to_owned(),
        }],
        ..Options::default()
    };
    let text = r#"{"family": "batch", "memory": "512", "containerDefinitions": [{"name": "app", "image": "app:1"}]}"#;
    let report = check(&Pasted::text(text), &options, false).expect("a definition");
    let finding = report
        .findings
        .iter()
        .find(|finding| finding.rule == "unreadable-size");
    let finding = finding.expect("the size can't be read");
    assert!(finding.fix.is_none());
    assert!(finding.message.contains("512MB"));
}

/// On Fargate, an image at any endpoint of ECR needs the execution role.
#[test]
fn an_image_at_any_endpoint_of_ecr_needs_the_execution_role() {
    for host in [
        "111122223333.dkr.ecr.us-east-1.amazonaws.com",
        "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com",
        "111122223333.dkr-ecr.us-east-1.on.aws",
        "111122223333.dkr-ecr-fips.us-gov-west-1.on.aws",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn",
    ] {
        let text = format!(
            r#"{{"family": "batch", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
            "cpu": "256", "memory": "512", "containerDefinitions": [{{"name": "app", "image": "{host}/app:1"}}]}}"#
        );
        let report = check(&Pasted::text(&text), &Options::default(), false).expect("a definition");
        let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule).collect();
        assert!(
            rules.contains(&"execution-role-missing"),
            "{host}: {rules:?}"
        );
    }
}

/// The size of what is sent counts, not that of the paste: edits and repairs add to it.
#[test]
fn a_definition_that_grows_too_large_is_found() {
    use taskdef_core::{Edit, PairList};
    let value = "x".repeat(25 * 1024);
    let paste = format!(
        r#"{{"family": "batch", "memory": "512", "containerDefinitions": [{{"name": "app", "image": "app:1",
        "environment": [{{"name": "A", "value": "{value}"}}]}}]}}"#
    );
    let small = r#"{"family": "batch", "memory": "512", "containerDefinitions": [{"name": "app", "image": "app:1"}]}"#;
    let edit = |kib: usize| Edit::Pair {
        container: None,
        list: PairList::Environment,
        name: "B".to_owned(),
        value: Some("y".repeat(kib * 1024)),
    };
    let names: Vec<String> = (0..2400).map(|at| format!(r#""N{at}":"1""#)).collect();
    let repaired = format!(
        r#"{{"family": "batch", "memory": "512", "containerDefinitions": [{{"name": "app", "image": "app:1",
        "environment": {{{}}}}}]}}"#,
        names.join(",")
    );
    assert!(repaired.len() < 32 * 1024);
    for (text, edits, too_large) in [
        (&*paste, vec![], false),
        (&*paste, vec![edit(30)], false),
        (&*paste, vec![edit(45)], true),
        (small, vec![edit(70)], true),
        (&*repaired, vec![], true),
    ] {
        let options = Options {
            edits,
            ..Options::default()
        };
        let converted = convert(&Pasted::text(text), &options).expect("a definition");
        let again = convert(&Pasted::text(&converted.result), &Options::default());
        let again = again.expect("what was converted");
        for report in [&converted.report, &again.report] {
            let mut findings = report.findings.iter();
            let found = findings.any(|finding| finding.rule == "definition-too-large");
            assert_eq!(found, too_large, "{} bytes", converted.result.len());
        }
    }
}

/// Encodes a text as the bytes of a file.
type Encode<'e> = &'e dyn Fn(&str) -> Vec<u8>;

/// A fixed file keeps its encoding.
#[test]
fn fixes_keep_the_encoding() {
    let text = r#"{"family": "batch", "containerDefinitions": [{"name": "app", "image": "app:1", "memory": "512"}]}"#;
    let marked = |text: &str| format!("\u{feff}{text}");
    let little =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let big = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    let encodings: [(&str, Encode<'_>); 6] = [
        ("UTF-8", &|text| text.as_bytes().to_vec()),
        ("UTF-8 with a mark", &|text| marked(text).into_bytes()),
        ("UTF-16LE", &|text| little(&marked(text))),
        ("UTF-16BE", &|text| big(&marked(text))),
        ("UTF-16LE without a mark", &little),
        ("UTF-16BE without a mark", &big),
    ];
    for (name, encode) in encodings {
        let bytes = encode(text);
        let pasted = Pasted::bytes(&bytes).expect("it is UTF-8 or UTF-16");
        let fixed = fix(&pasted, &Options::default(), true, |_| true).expect("a definition");
        assert_eq!(fixed.count, 1, "{name}");
        let expected = encode(&text.replace(r#""512""#, "512"));
        assert_eq!(*pasted.encode(&fixed.text), expected[..], "{name}");
        // What the AWS CLI can't read stays an error, since no edit of the text changes the
        // encoding.
        let unreadable = fixed
            .report
            .findings
            .iter()
            .any(|finding| finding.rule == "utf-16");
        assert_eq!(unreadable, name.starts_with("UTF-16"), "{name}");
    }
}
