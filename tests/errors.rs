//! AWS's errors: the table is whole, and each text is found as people paste it, with values of their
//! own, in every form that a terminal, a log or a shell gives it.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "support/prose.rs"]
mod prose;

use std::collections::BTreeSet;

use taskdef_core::aws_error::{AwsError, SaidBy, all};
use taskdef_core::catalog::{RULES, evidence, find};
use taskdef_core::evidence::EvidenceKind;
use taskdef_core::explain::{KnownError, Topic, explain, known_errors};
use taskdef_core::{Lang, Pasted, places_of_error};

/// What people got, with values of our own: an id, a tab, and the text, in which `\n` is a line break.
const GOT: &str = include_str!("errors/got.tsv");
/// What is no error of ECS, or too little to tell: a text a line.
const OTHERS: &str = include_str!("errors/others.txt");

fn ids(text: &str) -> Vec<&'static str> {
    known_errors(text).into_iter().map(KnownError::id).collect()
}

/// A null is a field’s or an element’s, as its path says.
#[test]
fn a_null_is_told_apart_by_its_path() {
    for (path, id) in [
        (
            "containerDefinitions[0].logConfiguration.secretOptions",
            "null-value",
        ),
        ("ipcMode", "null-value"),
        ("containerDefinitions[0].entryPoint[2]", "null-in-list"),
    ] {
        let text = format!(
            "Invalid type for parameter {path}, value: None, type: <class 'NoneType'>, valid types: \
             <class 'str'>"
        );
        assert_eq!(ids(&text), [id], "{path}");
    }
}

/// A person who was told no more than that.
#[test]
fn a_bare_exit_code_is_found() {
    for (text, id) in [
        ("exit 137", "killed"),
        ("Exit: 139\n", "crashed-by-segfault"),
        ("exit 1", "program-failed"),
    ] {
        let found: Vec<&str> = known_errors(text).iter().map(|error| error.id()).collect();
        assert_eq!(found, [id], "{text}");
    }
    for text in ["exit", "exit 137 now", "exit 99999", "exits 137", "137"] {
        assert_eq!(known_errors(text), [], "{text}");
    }
}

#[test]
fn the_table_is_whole() {
    let mut ids = BTreeSet::new();
    for error in all() {
        let id = error.id;
        assert!(ids.insert(id), "{id} is there twice");
        let is_kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(
            id.chars().all(is_kebab) && id.contains('-') || id.len() > 5,
            "{id}"
        );
        assert!(find(id).is_none(), "{id} is a rule, too");
        assert!(
            error.source.starts_with("https://"),
            "{id}: {}",
            error.source
        );
        assert!(!error.texts.is_empty(), "{id} has no text");
        for rule in error.rules {
            assert!(find(rule).is_some(), "{id}: there is no rule {rule}");
        }
        for field in error.fields {
            let is_field = matches!(explain(field), Ok(Topic::Fields(_)));
            assert!(
                is_field || *field == "containerDefinitions[]",
                "{id}: {field}"
            );
        }
        let is_found =
            matches!(explain(id), Ok(Topic::Errors(found)) if found == [KnownError::Other(error)]);
        assert!(is_found, "{id} is not explained by its id");
    }
    assert!(ids.len() >= 100, "{} errors", ids.len());
    let operations: BTreeSet<&str> = all()
        .flat_map(|error| error.said_by.operations())
        .copied()
        .collect();
    for operation in [
        "RegisterTaskDefinition",
        "RunTask",
        "CreateService",
        "UpdateService",
    ] {
        assert!(operations.contains(operation), "nothing of {operation}");
    }
    for said_by in [
        SaidBy::AnyOperation,
        SaidBy::Client,
        SaidBy::Task,
        SaidBy::Service,
    ] {
        assert!(all().any(|error| error.said_by == said_by), "{said_by:?}");
    }
}

#[test]
fn the_prose_is_written_well() {
    let mut faults = Vec::new();
    for error in all() {
        for lang in [Lang::En, Lang::Ja] {
            let words = error.words(lang);
            let texts = [
                (words.title, false),
                (words.meaning, true),
                (words.cure, true),
                (words.plain_cure, true),
            ];
            assert!(
                !words.plain_cure.contains("`taskdef "),
                "{}: the page has no command line",
                error.id
            );
            for (text, is_sentence) in texts {
                assert!(!text.is_empty(), "{}: something is missing", error.id);
                assert!(
                    !text.contains("  ") && !text.contains('\n'),
                    "{}: {text:?}",
                    error.id
                );
                let fault = match lang {
                    Lang::En => prose::fault_in_english(text, is_sentence),
                    Lang::Ja => prose::fault_in_japanese(text, is_sentence),
                };
                faults.extend(fault.map(|fault| format!("{} {fault}: {text:?}", error.id)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Values in place of AWS's own, of every kind that stands in an error.
const VALUES: [&str; 9] = [
    "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/team/batch:2026-11-30",
    "arn:aws:iam::111122223333:role/team/batch-execution-Role_1",
    "fs-0123456789abcdef0",
    "1",
    "\"/opt/app/bin/start.sh --now\"",
    "arn:aws:ssm:eu-central-1:111122223333:parameter/prod/db/PASSWORD",
    "service call has been retried 3 time(s): RequestError: send request failed caused by: Post \"https://api.ecr.us-east-2.amazonaws.com/\"",
    "'worker'",
    "\u{30d0}\u{30c3}\u{30c1}",
];

/// A text as it may stand in a terminal, a log or a file.
fn forms(text: &str, error: &AwsError) -> Vec<(&'static str, String)> {
    let said = match error.said_by {
        SaidBy::Operation(operations) => operations.first().map(|name| {
            format!("An error occurred (ClientException) when calling the {name} operation: {text}")
        }),
        _ => None,
    };
    let said = said.unwrap_or_else(|| text.to_owned());
    let broken = |width: usize, before: &str| {
        let letters: Vec<char> = said.chars().collect();
        let lines = letters
            .chunks(width)
            .map(|line| before.to_owned() + &line.iter().collect::<String>());
        lines.collect::<Vec<_>>().join("\n")
    };
    let json = serde_json::to_string(&said).unwrap();
    vec![
        ("as it is", said.clone()),
        ("alone", text.to_owned()),
        ("broken by a terminal", broken(37, "")),
        ("broken and set in", broken(61, "    ")),
        (
            "in a box",
            said.split(' ').collect::<Vec<_>>().join("\n│   "),
        ),
        (
            "as JSON",
            format!("{{\"stoppedReason\": {json}, \"version\": 4}}"),
        ),
        (
            "as JSON in JSON",
            serde_json::to_string(&format!("x\n{json}\ty")).unwrap(),
        ),
        ("in single quotes", format!("'{said}'")),
        (
            "in colours",
            format!("\u{1b}[31m{}\u{1b}[0m", said.replace(' ', " \u{1b}[1;33m")),
        ),
        (
            "with curly quotes",
            said.replace('\'', "’").replace('"', "”"),
        ),
        ("in Windows lines", broken(50, "").replace('\n', "\r\n")),
        (
            "in a log",
            format!("2026-11-30T20:15:07Z [ERROR] deploy: {said}. Exiting.\nsee the log"),
        ),
        (
            "in Japanese",
            format!("次のエラーが出ました。「{said}」どうすればよいですか"),
        ),
    ]
}

#[test]
fn every_text_is_found_as_people_paste_it() {
    let mut missed = Vec::new();
    for error in all() {
        for text in error.texts {
            for first in [0, 3, 6] {
                // An exit code alone may be anybody's.
                let is_code = !error.exit_codes.is_empty();
                let mut filled = String::from(if is_code { "Container app, " } else { "" });
                let mut values = VALUES.iter().cycle().skip(first);
                for (at, part) in text.split("{}").enumerate() {
                    if at > 0 {
                        filled.push_str(values.next().unwrap());
                    }
                    filled.push_str(part);
                }
                for (form, pasted) in forms(&filled, error) {
                    let found = ids(&pasted);
                    if found.first() != Some(&error.id) {
                        missed.push(format!("{} {form}: {found:?}\n{pasted}\n", error.id));
                    }
                }
            }
        }
    }
    let first = missed
        .iter()
        .take(20)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(missed.is_empty(), "{} of them:\n{first}", missed.len());
}

#[test]
fn the_words_of_every_rule_are_found() {
    let mut missed = Vec::new();
    for rule in RULES {
        let said = evidence(rule)
            .iter()
            .filter(|piece| piece.kind != EvidenceKind::Reference);
        let aws = Some(rule.aws).filter(|aws| !aws.is_empty());
        for quote in aws.into_iter().chain(said.map(|piece| piece.quote)) {
            for pasted in [
                quote.to_owned(),
                format!(
                    "An error occurred (ClientException) when calling the RegisterTaskDefinition operation: {quote}"
                ),
                quote.replace(' ', "\n"),
                serde_json::to_string(quote).unwrap(),
            ] {
                let found = ids(&pasted);
                if !found.contains(&rule.id) {
                    missed.push(format!("{}: {found:?}\n{pasted}\n", rule.id));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_people_got_is_found() {
    let mut missed = Vec::new();
    let mut count = 0;
    for line in GOT
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (id, text) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
        let found = ids(&text.replace("\\n", "\n"));
        count += 1;
        // Two rules may prevent the same error.
        let is_found = found.first() == Some(&id) || (find(id).is_some() && found.contains(&id));
        if !is_found {
            missed.push(format!("{id}: {found:?}\n{text}\n"));
        }
    }
    assert!(
        missed.is_empty(),
        "{} of {count}:\n{}",
        missed.len(),
        missed.join("\n")
    );
    assert!(count >= 90, "{count}");
}

#[test]
fn another_text_is_no_error() {
    let mut wrong = Vec::new();
    for line in OTHERS.lines().filter(|line| !line.starts_with('#')) {
        let found = ids(&line.replace("\\n", "\n"));
        if !found.is_empty() {
            wrong.push(format!("{found:?}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn several_errors_are_told_in_their_order() {
    for (text, expected) in [
        (
            "Invalid 'cpu' setting for task.",
            vec!["unreadable-size", "task-cpu-range"],
        ),
        (
            "Unrecognized ulimit name threads",
            vec!["misspelt-value", "refused-value"],
        ),
        (
            "Essential container in task exited; app exited with 137 (OutOfMemoryError: Container \
             killed due to memory usage)",
            vec!["out-of-memory", "killed"],
        ),
    ] {
        assert_eq!(ids(text), expected, "{text}");
    }
}

/// A definition with what errors speak of, and with values that nobody may see.
const DEFINITION: &str = r#"{
  "family": "batch",
  "executionRoleArn": "arn:aws:iam::111122223333:role/exec",
  "cpu": "256",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/batch:1",
      "memory": 512,
      "command": ["planted-secret-1", "--token=planted-secret-2"],
      "environment": [{"name": "KEY", "value": "planted-secret-3"}],
      "secrets": [{"name": "DB", "valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/db"}],
      "portMappings": [{"containerPort": 80, "hostPort": 80}],
      "logConfiguration": {
        "logDriver": "splunk", "options": {"splunk-token": "planted-secret-4", "awslogs-region": "x"}
      },
      "healthCheck": {"command": ["CMD", "planted-secret-5"]}
    },
    {"name": "log", "image": "fluent/fluent-bit:2", "memory": 64, "enviroment": []}
  ],
  "volumes": [{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-0123456789abcdef0"}}]
}"#;

#[test]
fn an_error_leads_to_what_it_speaks_of() {
    let file = Pasted::text(DEFINITION);
    for (text, expected) in [
        (
            "CannotPullContainerError: failed to resolve ref docker.io/fluent/fluent-bit:2: not found",
            vec!["/containerDefinitions/1/image"],
        ),
        (
            "CannotPullContainerError: failed to resolve ref docker.io/other:2: not found",
            vec![
                "/containerDefinitions/0/image",
                "/containerDefinitions/1/image",
            ],
        ),
        (
            "OutOfMemoryError: Container killed due to memory usage (container log)",
            vec!["/containerDefinitions/1/memory"],
        ),
        (
            "failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve \
             \"fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com\"",
            vec!["/volumes/0/efsVolumeConfiguration/fileSystemId"],
        ),
        (
            "Unknown parameter in containerDefinitions[1]: \"enviroment\", must be one of: name, image",
            vec!["/containerDefinitions/1/enviroment"],
        ),
        (
            "Unexpected key 'enviroment' found in params.containerDefinitions[1]",
            vec!["/containerDefinitions/1/enviroment"],
        ),
        (
            "Missing required parameter in containerDefinitions[0].portMap\npings[0]: \"x\"",
            vec!["/containerDefinitions/0/portMappings/0"],
        ),
        (
            "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class 'str'>",
            vec!["/cpu"],
        ),
        ("Unable to describe task definition", vec!["/family"]),
        ("Task stopped by user", vec![]),
    ] {
        let found = known_errors(text);
        let error = found.first().unwrap_or_else(|| panic!("{text}"));
        let places = places_of_error(*error, text, &file).ok().unwrap();
        let at: Vec<&str> = places.iter().map(|place| place.at.as_str()).collect();
        assert_eq!(at, expected, "{text}");
    }
    let none = Pasted::text("no definition");
    assert!(places_of_error(KnownError::Rule(RULES[0]), "", &none).is_err());
}

#[test]
fn no_place_shows_a_value() {
    let file = Pasted::text(DEFINITION);
    let known = all().map(KnownError::Other);
    let known = known.chain(RULES.iter().map(|rule| KnownError::Rule(rule)));
    let mut count = 0;
    for error in known {
        for text in [
            "",
            "planted-secret-1 planted-secret-3 planted-secret-4 of container app",
        ] {
            for place in places_of_error(error, text, &file).ok().unwrap() {
                let shown =
                    serde_json::to_string(&place).unwrap() + &place.excerpt.text + &place.dotted;
                assert!(!shown.contains("planted"), "{}: {shown}", error.id());
                count += 1;
            }
        }
    }
    assert!(count > 150, "{count} places");
}

/// A log of a megabyte may be pasted. Nothing is timed: what is quadratic would not come back.
#[test]
fn a_long_text_comes_back() {
    let all: Vec<&str> = all().flat_map(|error| error.texts).copied().collect();
    let all = all.join("\n");
    let shapes = [
        "x",
        "a b ",
        "\\",
        "\\u0041",
        "\u{1b}[",
        "&",
        "service status code ",
        "invalid type for parameter value type valid types ",
        "when calling the operation error ",
        "unable to retrieve secrets from ssm ",
        "exit code 1 container ",
        "終了コード",
        &all,
    ];
    for shape in shapes {
        let long = shape.repeat((1 << 20) / shape.len() + 1);
        let found = known_errors(&long);
        assert!(found.len() <= 5, "{} errors", found.len());
    }
}
