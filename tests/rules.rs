//! The table of rules: its examples are run, its texts are checked.

#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a test reads files, and fails by panicking"
)]

#[path = "support/example.rs"]
mod example;
#[path = "support/prose.rs"]
mod prose;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use example::{value, whole};
use taskdef_core::catalog::{RULES, evidence, find, is_check};
use taskdef_core::evidence::{Evidence, EvidenceKind};
use taskdef_core::report::{Report, Severity};
use taskdef_core::rule::{Class, Example, Rule, Scope, Words};
use taskdef_core::{
    Conversion, Edit, Fixed, Lang, Options, PairList, Pasted, TaskField, check, convert, fix,
};

/// The placeholders that `message` may contain.
const ARGUMENTS: [&str; 17] = [
    "name",
    "path",
    "before",
    "after",
    "member",
    "expected",
    "reason",
    "suggestion",
    "value",
    "values",
    "places",
    "cpu",
    "memory",
    "nearest",
    "limit",
    "date",
    "owner",
];

/// The rules of the conversion itself; findings of `check` on their examples are ignored.
fn conversion_rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(|rule| !is_check(rule))
}

fn check_rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(|rule| is_check(rule))
}

#[test]
fn what_is_wrong_raises_its_rule_and_no_other() {
    assert!(
        check_rules().count() > 100,
        "the rules of check are missing"
    );
    for rule in check_rules() {
        let report = checked(rule, rule.example().before);
        let raised = raised(&report, rule);
        assert_eq!(raised, BTreeSet::from([rule.id]), "{}", rule.id);
        let grave = rule.class.severity().unwrap_or(Severity::Advice);
        let own = report.findings.iter().filter(|f| f.rule == rule.id);
        assert!(own.clone().all(|f| f.severity == grave), "{}", rule.id);
        for finding in own {
            assert!(finding.position.is_some(), "{} has no place", rule.id);
        }
    }
}

#[test]
fn what_is_right_raises_nothing() {
    for rule in check_rules() {
        let report = checked(rule, rule.example().after);
        let raised = raised(&report, rule);
        assert!(raised.is_empty(), "{}: {raised:?}", rule.id);
    }
}

#[test]
fn a_safe_fix_mends_what_it_is_about() {
    let mut mended = 0;
    for rule in check_rules() {
        let before = whole(rule, rule.example().before);
        let wanted = |finding: &_| is_about(finding, rule);
        let fixed = fix(&Pasted::text(&before), &Options::default(), false, wanted);
        let Fixed {
            text, count: made, ..
        } = fixed.unwrap_or_else(|failure| panic!("{}: {failure:?}", rule.id));
        if made > 0 {
            mended += 1;
            let report = check(&Pasted::text(&text), &Options::default(), false);
            let report = report.unwrap_or_else(|failure| panic!("{}: {failure:?}", rule.id));
            assert!(!report.findings.iter().any(wanted), "{}: {text}", rule.id);
        }
    }
    assert!(mended >= 6, "only {mended} rules bring a safe fix");
}

fn is_about(finding: &taskdef_core::report::Finding, rule: &Rule) -> bool {
    finding.rule == rule.id
}

/// The rules that an example raises, without advice, which nearly every definition has.
fn raised<'r>(report: &'r Report, rule: &Rule) -> BTreeSet<&'r str> {
    let findings = report.findings.iter();
    let counted = findings.filter(|f| f.severity > Severity::Advice || f.rule == rule.id);
    counted.map(|finding| finding.rule).collect()
}

fn checked(rule: &Rule, members: &str) -> Report {
    let document = whole(rule, members);
    let report = check(&Pasted::text(&document), &Options::default(), false);
    report.unwrap_or_else(|failure| panic!("{}: {failure:?}", rule.id))
}

#[test]
fn every_example_raises_its_rule_and_no_other() {
    for rule in conversion_rules() {
        let conversion = converted(rule);
        let report = &conversion.report;
        let mendings = report.mendings.iter().map(|mended| mended.rule);
        let changes = report.changes.iter().map(|change| change.rule);
        let findings = report.findings.iter().filter(|f| !is_check(f.about));
        let findings = findings.map(|finding| finding.rule);
        let raised: BTreeSet<&str> = mendings.chain(changes).chain(findings).collect();
        let mut expected = BTreeSet::from([rule.id]);
        if rule.id == "union-members" {
            // The model has only one of the two members, so the second is unknown.
            expected.insert("unknown-field");
        }
        assert_eq!(raised, expected, "{}", rule.id);
    }
}

#[test]
fn every_result_holds_what_the_example_says() {
    for rule in conversion_rules() {
        let result = converted(rule).result;
        let after = document(rule.example(), rule.example().after);
        assert_eq!(value(&result), value(&after), "{}", rule.id);
    }
}

#[test]
fn classes_say_what_is_done() {
    for rule in conversion_rules() {
        let report = converted(rule).report;
        let kinds: BTreeSet<&str> = report
            .changes
            .iter()
            .map(|change| change.kind.id())
            .collect();
        let findings = report.findings.iter().filter(|f| !is_check(f.about));
        let severities: BTreeSet<&str> = findings.map(|f| f.severity.id()).collect();
        let (kind, severity): (&[&str], &str) = match rule.class {
            Class::Mended => (&[], ""),
            Class::Removed => (&["removed"], ""),
            Class::Repaired => (&["repaired"], ""),
            Class::Moved => (&["moved"], ""),
            Class::Edited => (&["edited", "added", "removed"], ""),
            Class::Error => (&[], "error"),
            Class::Advice | Class::Security(Severity::Advice) => (&[], "advice"),
            Class::Warning | Class::Security(_) => (&[], "warning"),
        };
        assert!(
            kinds.iter().all(|found| kind.contains(found)),
            "{}: {kinds:?}",
            rule.id
        );
        assert_eq!(kinds.is_empty(), kind.is_empty(), "{}", rule.id);
        assert_eq!(severities.is_empty(), severity.is_empty(), "{}", rule.id);
        assert!(
            severity.is_empty() || severities.contains(severity),
            "{}: {severities:?}",
            rule.id
        );
    }
}

/// Converts an example, with an edit if its rule is about a requested change.
fn converted(rule: &Rule) -> Conversion {
    let before = document(rule.example(), rule.example().before);
    let options = Options {
        edits: edits(rule),
        ..Options::default()
    };
    let conversion = if rule.id == "utf-16" {
        let units = before.encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units).collect();
        let Ok(pasted) = Pasted::bytes(&bytes) else {
            panic!("UTF-16 is read");
        };
        convert(&pasted, &options)
    } else {
        convert(&Pasted::text(&before), &options)
    };
    conversion.unwrap_or_else(|failure| panic!("{}: {failure:?}", rule.id))
}

fn edits(rule: &Rule) -> Vec<Edit> {
    match rule.id {
        "requested-edit" | "requested-addition" => vec![Edit::Task {
            field: TaskField::Cpu,
            value: "512".to_owned(),
        }],
        "requested-removal" => vec![Edit::Pair {
            container: None,
            list: PairList::Environment,
            name: "DEBUG".to_owned(),
            value: None,
        }],
        _ => Vec::new(),
    }
}

/// The whole text of an example.
fn document(example: &Example, members: &str) -> String {
    let comma = if members.is_empty() { "" } else { "," };
    match example.scope {
        Scope::Text => members.to_owned(),
        Scope::Task | Scope::Fargate => format!(
            r#"{{"family":"batch","containerDefinitions":[{{"name":"app","image":"app:1"}}]{comma}{members}}}"#
        ),
        Scope::Container | Scope::FargateContainer => format!(
            r#"{{"family":"batch","containerDefinitions":[{{"name":"app","image":"app:1"{comma}{members}}}]}}"#
        ),
    }
}

#[test]
fn ids_are_unique_and_name_their_files() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len(), "an id stands twice");
    for id in &ids {
        let kebab = !id.starts_with('-') && !id.ends_with('-') && !id.contains("--");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(kebab && id.chars().all(plain), "{id} is not kebab-case");
        assert_eq!(find(id).map(|rule| rule.id), Some(*id));
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: BTreeSet<String> = [src.join("rules"), src.join("check/rules")]
        .iter()
        .flat_map(|folder| {
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"))
        })
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let stem = path.file_stem()?.to_str()?;
            (path.is_file() && stem != "mod").then(|| stem.replace('_', "-"))
        })
        .collect();
    let ids: BTreeSet<String> = ids.into_iter().map(str::to_owned).collect();
    assert_eq!(ids, files, "one file a rule, named as its id");
}

#[test]
fn nothing_is_left_empty() {
    for rule in RULES {
        for words in [rule.words(Lang::En), rule.words(Lang::Ja)] {
            for (name, text) in texts(words) {
                assert!(!text.trim().is_empty(), "{}: {name} is empty", rule.id);
                assert_eq!(text, text.trim(), "{}: {name}", rule.id);
                assert!(!text.contains("  "), "{}: two spaces in {text:?}", rule.id);
                assert!(
                    !text.contains('\n'),
                    "{}: a line break in {text:?}",
                    rule.id
                );
            }
            let length = words.label.chars().count();
            assert!(length <= 24, "{}: {} is too long", rule.id, words.label);
            // They stand side by side, and the second must add to the first.
            let (label, title) = (words.label.to_lowercase(), words.title.to_lowercase());
            assert!(
                !title.starts_with(&label),
                "{}: {label} is said twice",
                rule.id
            );
        }
        assert!(
            rule.source.starts_with("https://"),
            "{}: {}",
            rule.id,
            rule.source
        );
        let example = rule.example();
        assert!(
            !example.before.is_empty() || !example.after.is_empty(),
            "{} shows nothing",
            rule.id
        );
    }
}

#[test]
fn every_error_is_proven() {
    for rule in RULES {
        assert_eq!(unproven(rule, evidence(rule)), None, "{}", rule.id);
    }
}

/// What a rule's evidence lacks.
fn unproven(rule: &Rule, evidence: &[Evidence]) -> Option<&'static str> {
    let said = |piece: &&Evidence| piece.kind == EvidenceKind::Refusal;
    let mut refusals = evidence.iter().filter(said);
    match rule.class {
        Class::Error if evidence.is_empty() => Some("an error without evidence"),
        Class::Error if evidence.iter().any(|piece| piece.quote.trim().len() < 10) => {
            Some("a quote that says nothing")
        }
        Class::Error if evidence.iter().any(|piece| !is_address(piece.source)) => {
            Some("a quote without its address")
        }
        Class::Error if rule.aws.is_empty() && refusals.next().is_some() => {
            Some("a refusal that is not shown as AWS's text")
        }
        Class::Error if !rule.aws.is_empty() && refusals.all(|said| said.quote != rule.aws) => {
            Some("a text of AWS that nobody got")
        }
        Class::Error => None,
        Class::Security(Severity::Error) => Some("an error that ECS does not refuse"),
        _ if evidence.is_empty() => None,
        _ => Some("the evidence of an error for what is reported as none"),
    }
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").unwrap_or_default();
    rest.contains('/') && !rest.contains(char::is_whitespace)
}

#[test]
fn what_is_not_proven_is_found() {
    let rule = find("too-many-containers").unwrap_or_else(|| panic!("there is such a rule"));
    let planted = |class, aws| Rule {
        id: "planted",
        class,
        aws,
        source: rule.source,
    };
    let piece = |kind, quote, source| Evidence {
        kind,
        quote,
        source,
    };
    let address = "https://example.com/issues/1";
    let (said, written) = (EvidenceKind::Refusal, EvidenceKind::Reference);
    let text = "Too many containers.";
    let lacks = |class, aws, evidence: &[Evidence]| unproven(&planted(class, aws), evidence);

    assert_eq!(
        lacks(Class::Error, text, &[piece(said, text, address)]),
        None
    );
    assert_eq!(
        lacks(Class::Error, "", &[piece(written, text, address)]),
        None
    );
    assert_eq!(lacks(Class::Warning, "", &[]), None);
    for (class, aws, evidence) in [
        (Class::Error, "", &[][..]),
        (Class::Error, text, &[]),
        (Class::Error, text, &[piece(written, text, address)]),
        (
            Class::Error,
            text,
            &[piece(said, "Too few containers.", address)],
        ),
        (Class::Error, "", &[piece(said, text, address)]),
        (Class::Error, "", &[piece(written, " ", address)]),
        (Class::Error, "", &[piece(written, text, "")]),
        (
            Class::Error,
            "",
            &[piece(written, text, "http://example.com/1")],
        ),
        (Class::Warning, "", &[piece(written, text, address)]),
        (Class::Advice, "", &[piece(said, text, address)]),
        (Class::Security(Severity::Error), "", &[]),
    ] {
        assert!(
            lacks(class, aws, evidence).is_some(),
            "{class:?} {aws} {evidence:?}"
        );
    }
}

#[test]
fn both_languages_fill_the_same_holes() {
    for rule in RULES {
        let (en, ja) = (
            holes(rule.words(Lang::En).message),
            holes(rule.words(Lang::Ja).message),
        );
        assert_eq!(en, ja, "{}", rule.id);
        for hole in &en {
            assert!(
                ARGUMENTS.contains(hole),
                "{}: unknown hole {{{hole}}}",
                rule.id
            );
        }
        // A message whose placeholders are all replaced contains no brace of its own.
        let report = if is_check(rule) {
            checked(rule, rule.example().before)
        } else {
            converted(rule).report
        };
        let changes = report.changes.iter().map(|change| &change.message);
        let findings = report.findings.iter().map(|finding| &finding.message);
        for message in changes.chain(findings) {
            let unfilled = ARGUMENTS
                .iter()
                .any(|hole| message.contains(&format!("{{{hole}}}")));
            assert!(!unfilled, "{}: {message}", rule.id);
        }
        for words in [rule.words(Lang::En), rule.words(Lang::Ja)] {
            for (name, text) in texts(words) {
                let hole = ARGUMENTS
                    .iter()
                    .find(|hole| text.contains(&format!("{{{hole}}}")));
                assert!(
                    name == "message" || hole.is_none(),
                    "{}: {name} has the hole {hole:?}",
                    rule.id
                );
            }
        }
    }
}

/// The names of the placeholders in a message, sorted.
fn holes(message: &str) -> BTreeSet<&str> {
    let parts = message.split('{').skip(1);
    parts
        .map(|part| part.split_once('}').map_or(part, |(hole, _)| hole))
        .collect()
}

#[test]
fn english_is_written_as_english() {
    for rule in RULES {
        for (name, text) in texts(rule.words(Lang::En)) {
            let sentence = matches!(name, "message" | "why" | "cure");
            let fault = prose::fault_in_english(text, sentence);
            assert_eq!(fault, None, "{}: {name} {text:?}", rule.id);
        }
    }
}

#[test]
fn japanese_is_written_as_japanese() {
    for rule in RULES {
        for (name, text) in texts(rule.words(Lang::Ja)) {
            let sentence = matches!(name, "message" | "why" | "cure");
            let fault = prose::fault_in_japanese(text, sentence);
            assert_eq!(fault, None, "{}: {name} {text:?}", rule.id);
        }
    }
}

fn texts(words: Words) -> [(&'static str, &'static str); 5] {
    [
        ("label", words.label),
        ("title", words.title),
        ("message", words.message),
        ("why", words.why),
        ("cure", words.cure),
    ]
}

#[test]
fn words_are_those_of_the_language() {
    for rule in RULES {
        let is_japanese = |title: &str| title.chars().any(|c| c >= '\u{3000}');
        assert!(!is_japanese(rule.words(Lang::En).title), "{}", rule.id);
        assert!(is_japanese(rule.words(Lang::Ja).title), "{}", rule.id);
    }
}
