//! What must hold when any bytes are converted. Run by the fuzz target `convert` and by
//! `no_panic.rs`.

use std::cell::RefCell;

use taskdef_core::catalog::is_check;
use taskdef_core::report::{Severity, render};
use taskdef_core::{
    ContainerField, Conversion, Edit, Failure, Lang, LineConverter, Options, PairList, Pasted,
    Reason, TaskField, Unreadable, convert, remedy,
};

/// Converts bytes in every way and renders everything about the result. Panics if something is
/// broken.
pub(crate) fn survive(bytes: &[u8]) {
    let pasted = match Pasted::bytes(bytes) {
        Ok(pasted) => pasted,
        Err(unreadable) => return say(&unreadable),
    };
    let plain = Options::default();
    let result = match convert(&pasted, &plain) {
        Ok(conversion) => Some(judge(&conversion, &plain)),
        Err(Failure::Unreadable(unreadable)) => {
            say(&unreadable);
            offer(pasted.as_str(), &unreadable);
            None
        }
        Err(Failure::Edit(error)) => panic!("without edits: {error:?}"),
    };
    // One variant of the options per input: the fuzzer reaches all of them.
    let options = if bytes.len().is_multiple_of(2) {
        Options {
            repair: false,
            lang: Lang::Ja,
            show_values: true,
            ..plain
        }
    } else {
        Options {
            edits: edits(bytes.len() / 2),
            ..plain
        }
    };
    match convert(&pasted, &options) {
        Ok(conversion) => {
            assert!(result.is_some(), "converted only with {options:?}");
            judge(&conversion, &options);
        }
        Err(Failure::Unreadable(_)) => {
            assert!(result.is_none(), "not converted only with {options:?}");
        }
        Err(Failure::Edit(error)) => {
            assert!(!options.edits.is_empty(), "without edits: {error:?}");
            assert!(!error.message(Lang::En).is_empty() && !error.message(Lang::Ja).is_empty());
        }
    }
    as_a_line(pasted.as_str(), result.as_deref());
}

/// Checks that a result is JSON, can be reported completely and, unless it has errors, is not
/// changed by another conversion. Returns the result.
fn judge(conversion: &Conversion, options: &Options) -> String {
    let report = &conversion.report;
    assert!(report.to_json().starts_with('{'));
    assert!(!render(report, options.lang, |_, text| text.to_owned()).is_empty());
    let again = Options {
        edits: Vec::new(),
        ..options.clone()
    };
    let errors = report.findings.iter();
    let mut errors = errors.filter(|finding| finding.severity == Severity::Error);
    let well_formed = errors.all(|finding| is_check(finding.about));
    match convert(&Pasted::text(&conversion.result), &again) {
        // With errors, such as a missing family, the rest may look like another kind of document.
        Ok(_) if !well_formed => {}
        Ok(second) => {
            assert_eq!(conversion.result, second.result, "twice is not once");
            assert!(second.report.changes.is_empty(), "{:?}", second.report);
            assert!(second.report.mendings.is_empty(), "{:?}", second.report);
        }
        // Every member that identifies a task definition was null.
        Err(Failure::Unreadable(unreadable)) if !well_formed => {
            let reason = &unreadable.reason;
            assert!(matches!(reason, Reason::Other(_)), "{}", conversion.result);
        }
        Err(failure) => panic!("{failure:?}: {}", conversion.result),
    }
    conversion.result.clone()
}

/// An error has a message in both languages, and shows at most one line of the input.
fn say(unreadable: &Unreadable) {
    for lang in [Lang::En, Lang::Ja] {
        assert!(!unreadable.message(lang).is_empty());
        assert_eq!(unreadable.explained(lang).id, unreadable.id());
    }
    if let Some(line) = &unreadable.line {
        assert!(
            !line.text.contains(['\n', '\r', '\u{1b}', '\0']),
            "{line:?}"
        );
        assert!(unreadable.position.is_some(), "a line without a position");
    }
}

/// A remedy changes the text; the own line and the place in it are those of the masked one.
fn offer(text: &str, unreadable: &Unreadable) {
    if let Some(remedy) = remedy(text) {
        assert_ne!(remedy.text, text, "a remedy without a change");
    }
    let own = unreadable.own_line(text);
    assert_eq!(own.is_some(), unreadable.line.is_some(), "{own:?}");
    if let Some(own) = own {
        assert!(!own.text.contains(['\n', '\r', '\u{1b}', '\0']), "{own:?}");
        let length = own.text.chars().count();
        assert!(own.column as usize <= length + 1, "{own:?}");
    }
}

thread_local! {
    static LINES: RefCell<LineConverter> = RefCell::new(LineConverter::new(Vec::new(), true));
}

/// As a line, a document has the same result, or leaves no output.
fn as_a_line(text: &str, result: Option<&str>) {
    let mut line = String::from("before ");
    let converted = LINES.with_borrow_mut(|lines| lines.convert(text, &mut line));
    let line = line.strip_prefix("before ").unwrap_or_default();
    match (converted, result) {
        (Ok(_), Some(result)) => assert_eq!(squeezed(line), squeezed(result), "not as a line"),
        (Ok(_), None) => panic!("converted only as a line: {line}"),
        (Err(_), _) => assert!(line.is_empty(), "a trace of a line: {line}"),
    }
}

/// JSON without white space between its tokens.
fn squeezed(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let mut keep = |c: char| {
        if c == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = c == '\\' && !escaped;
        in_string || !matches!(c, ' ' | '\t' | '\r' | '\n')
    };
    json.chars().filter(|&c| keep(c)).collect()
}

/// Different edits for each length of the input.
fn edits(length: usize) -> Vec<Edit> {
    let pair = |list, name: &str, value: Option<&str>| Edit::Pair {
        container: None,
        list,
        name: name.to_owned(),
        value: value.map(str::to_owned),
    };
    let task = |field, value: &str| Edit::Task {
        field,
        value: value.to_owned(),
    };
    let container = |field, value: &str| Edit::Container {
        container: None,
        field,
        value: value.to_owned(),
    };
    let tag = |value: Option<&str>| Edit::Tag {
        key: "a".to_owned(),
        value: value.map(str::to_owned),
    };
    match length % 8 {
        0 => vec![
            task(TaskField::Cpu, "512"),
            task(TaskField::Family, "\u{1}\"é"),
        ],
        1 => vec![task(TaskField::TaskRole, ""), tag(Some("b"))],
        2 => vec![
            pair(PairList::Environment, "A", Some("b")),
            pair(PairList::Secrets, "app:A", Some("")),
            pair(PairList::DockerLabels, "a", Some("")),
        ],
        3 => vec![pair(PairList::Environment, "A", None)],
        4 => vec![
            pair(PairList::LogOptions, "a", Some("b")),
            container(ContainerField::Image, "a:1"),
            container(ContainerField::LogDriver, "awslogs"),
            container(ContainerField::EnvironmentFiles, "arn:aws:s3:::a/b"),
        ],
        5 => vec![
            tag(None),
            pair(PairList::LogOptions, "a", None),
            pair(PairList::DockerLabels, "a", None),
        ],
        6 => vec![Edit::Command {
            container: Some("app".to_owned()),
            arguments: vec!["a".to_owned()],
        }],
        _ => vec![
            Edit::Command {
                container: None,
                arguments: Vec::new(),
            },
            container(ContainerField::Memory, "007"),
        ],
    }
}
