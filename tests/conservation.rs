//! Conservation: nothing is lost, nothing is added, and every change is reported truly.
//!
//! The documents come from `support/generate.rs`. The conversions are audited by `support/audit`,
//! which has its own JSON reader and shares no code with the core but AWS's model.
//!
//! A failure names its seed: `TASKDEF_SEED=N TASKDEF_CASES=1 cargo test -p taskdef-core --test
//! conservation` repeats it. More cases than the default: `TASKDEF_CASES=1000000`.

#![allow(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads its environment"
)]

#[path = "support/audit/mod.rs"]
mod audit;
#[path = "support/edits.rs"]
mod edits;
#[path = "support/generate.rs"]
mod generate;
#[path = "support/json.rs"]
mod json;
#[path = "support/muddle.rs"]
mod muddle;
#[path = "support/random.rs"]
mod random;

use std::collections::BTreeSet;

use audit::{Audit, Case, Outcome};
use edits::Wish;
use generate::Mode;
use json::{Id, Json, Kind};
use random::Random;
use taskdef_core::catalog::{RULES, is_check};
use taskdef_core::model::{self, Shape};
use taskdef_core::report::{Finding, Severity};
use taskdef_core::rule::Class;
use taskdef_core::{Conversion, LineConverter, Options, Pasted, convert};

const CASES: u64 = 10_000;

/// Checks a property of many documents.
fn for_all(cases: u64, mode: &Mode, mut property: impl FnMut(u64, &str) -> Outcome) {
    let number = |name| std::env::var(name).ok()?.parse().ok();
    let first = number("TASKDEF_SEED").unwrap_or(0);
    for seed in first..first + number("TASKDEF_CASES").unwrap_or(cases) {
        let document = generate::document(seed, mode, 0);
        if let Err(why) = property(seed, &document) {
            panic!("TASKDEF_SEED={seed} TASKDEF_CASES=1: {why}\n{document}");
        }
    }
}

/// Most properties are checked with and without repairs, and with values shown or masked.
fn options(seed: u64) -> Options {
    Options {
        repair: seed % 8 != 7,
        show_values: seed.is_multiple_of(2),
        ..Options::default()
    }
}

fn converted(pasted: &Pasted<'_>, options: &Options) -> Outcome<Conversion> {
    convert(pasted, options).map_err(|failure| format!("not converted: {failure:?}"))
}

fn audited<'a>(text: &'a str, conversion: &'a Conversion, options: &Options) -> Outcome<Audit<'a>> {
    let case = Case {
        text,
        conversion,
        repair: options.repair,
        show_values: options.show_values,
        edited: !options.edits.is_empty(),
    };
    audit::audit(case).map_err(|why| explained(&why, conversion))
}

fn explained(why: &str, conversion: &Conversion) -> String {
    let report = conversion.report.to_json();
    format!(
        "{why}\n--- result:\n{}--- report:\n{report}\n--- document:",
        conversion.result
    )
}

/// For any document, each leaf is in the result or under one change, which truly reports its
/// position, its value and why it changed; everything in the result has an origin; each finding has
/// its cause, and each cause its finding.
#[test]
fn nothing_is_lost_or_added() {
    for_all(CASES, &Mode::WILD, |seed, document| {
        let options = options(seed);
        let conversion = converted(&Pasted::text(document), &options)?;
        audited(document, &conversion, &options).map(|_| ())
    });
}

/// A document whose faults can all be repaired becomes registerable: the same holds, without
/// findings.
#[test]
fn what_can_be_put_right_becomes_registerable() {
    for_all(CASES, &Mode::REGISTERABLE, |seed, document| {
        let options = Options {
            show_values: seed.is_multiple_of(2),
            ..Options::default()
        };
        let conversion = converted(&Pasted::text(document), &options)?;
        audited(document, &conversion, &options)?;
        let mut found = own_findings(&conversion);
        // A text of any kind may be a placeholder by chance, or have lost a character.
        match found.find(|finding| !["placeholder", "lost-character"].contains(&finding.rule)) {
            Some(finding) => Err(explained(&finding.message, &conversion)),
            None => Ok(()),
        }
    });
}

/// Converting a result again changes nothing.
#[test]
fn twice_is_once() {
    for_all(CASES, &Mode::WILD, |seed, document| {
        let options = options(seed);
        let first = converted(&Pasted::text(document), &options)?;
        if !is_recognised(&first.result) {
            return Ok(());
        }
        let second = converted(&Pasted::text(&first.result), &options)?;
        if second.result != first.result {
            return Err(explained(&first.result, &second));
        }
        if second.report.changes.is_empty() && second.report.mendings.is_empty() {
            return Ok(());
        }
        Err(explained("the second time, something changed", &second))
    });
}

/// Whether a result is still recognised as a task definition: it may have lost every typical
/// member.
fn is_recognised(result: &str) -> bool {
    Json::read(result).is_ok_and(|json| audit::wrapping(&json).is_ok())
}

/// The findings of the conversion itself; those of `check` on random values are not judged.
fn own_findings(conversion: &Conversion) -> impl Iterator<Item = &Finding> {
    let findings = conversion.report.findings.iter();
    findings.filter(|finding| !is_check(finding.about))
}

/// `--lines` agrees with converting a single document, and the reused memory has no effect.
#[test]
fn lines_say_the_same() {
    let mut converters = [true, false].map(|repair| LineConverter::new(Vec::new(), repair));
    for_all(CASES, &Mode::WILD.on_one_line(), |seed, document| {
        let options = options(seed);
        let alone = converted(&Pasted::text(document), &options)?;
        let mut line = String::new();
        let findings = converters[usize::from(!options.repair)]
            .convert(document, &mut line)
            .map_err(|failure| format!("not converted as a line: {failure:?}"))?;
        let said = own_findings(&alone).map(|finding| finding.rule);
        let same = compact(&line)? == compact(&alone.result)?
            && BTreeSet::from_iter(findings) == said.collect()
            && !line.contains('\n');
        if same {
            Ok(())
        } else {
            Err(explained(&line, &alone))
        }
    });
}

fn compact(text: &str) -> Outcome<String> {
    Json::read(text).map(|json| json.compact(0))
}

/// With edits all of this still holds. Each edit is applied exactly once, and what it added is new.
#[test]
fn edits_come_true() {
    for_all(CASES, &Mode::WILD, |seed, document| {
        let mut options = options(seed);
        let pasted = Json::read(document)?;
        let wrapping = audit::wrapping(&pasted)?;
        let mut random = Random::new(!seed);
        let wish = Wish::of(&mut random, &pasted, wrapping, options.repair);
        options.edits.clone_from(&wish.edits);
        let asked = |why: String| format!("{why}\n{:?}", wish.edits);
        let conversion = converted(&Pasted::text(document), &options).map_err(asked)?;
        let audit = audited(document, &conversion, &options).map_err(asked)?;
        wish.holds(&audit)
            .map_err(|why| asked(explained(&why, &conversion)))?;

        let mut line = String::new();
        LineConverter::new(wish.edits.clone(), options.repair)
            .convert(document, &mut line)
            .map_err(|failure| asked(format!("not converted as a line: {failure:?}")))?;
        if compact(&line)? == compact(&conversion.result)? {
            Ok(())
        } else {
            Err(asked(explained(&line, &conversion)))
        }
    });
}

/// A text that needs mending agrees with the strict one: the same result by value, the same changes
/// and findings at their positions in it; and each mending is reported where it was made.
#[test]
fn mended_texts_say_the_same() {
    for_all(CASES, &Mode::WILD, |seed, document| {
        let mut random = Random::new(!seed);
        let options = options(seed);
        let strict = converted(&Pasted::text(document), &options)?;
        let muddled = muddle::muddle(&mut random, document);
        let pasted = Pasted::text(&muddled.text);
        let why = |why: &str| format!("{why}\n--- muddled:\n{}\n--- strict:", muddled.text);
        let mended = converted(&pasted, &options).map_err(|failure| why(&failure))?;
        let why = |text: &str| explained(&why(text), &mended);
        if compact(&mended.result)? != compact(&strict.result)? {
            return Err(why(&strict.result));
        }
        mendings_are_reported(&muddled, &pasted, &mended).map_err(|text| why(&text))?;
        let text = pasted.as_str();
        same_report(document, &strict, text, &muddled, &mended).map_err(|text| why(&text))
    });
}

/// Checks that each mending is reported, at what it mended.
fn mendings_are_reported(
    muddled: &muddle::Muddled,
    pasted: &Pasted<'_>,
    mended: &Conversion,
) -> Outcome {
    let reported: BTreeSet<_> = mended
        .report
        .mendings
        .iter()
        .map(|mending| mending.rule)
        .collect();
    if reported != muddled.rules {
        return Err(format!("mended {reported:?}, not {:?}", muddled.rules));
    }
    let text = pasted.as_str();
    let starts: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let places = audit::positions(text, starts.iter().copied());
    for mending in &mended.report.mendings {
        let here = places.binary_search(&audit::place(mending.position));
        let here = here.map_err(|_| format!("{} is mended nowhere", mending.rule))?;
        let here = &text[starts[here]..];
        let right = match mending.rule {
            "bare-word" => here.starts_with(|c: char| c.is_alphabetic() || c == '$'),
            "comment" => here.starts_with(['/', '#']),
            "control-character" => here.starts_with('\t'),
            "crlf" => here.starts_with("\r\n"),
            "curly-quotes" => here.starts_with(['“', '”', '„', '‘']),
            "odd-space" => here.starts_with(|c: char| !c.is_ascii()),
            "python-literal" => here.starts_with(['N', 'u', 'T', 'F']),
            "single-quotes" => here.starts_with(['\'', '\\']),
            "trailing-comma" => here.starts_with(','),
            "unquoted-key" => here.starts_with(|c: char| c.is_ascii_alphabetic()),
            _ => true,
        };
        if !right {
            return Err(format!("{} at {:?}", mending.rule, mending.position));
        }
    }
    Ok(())
}

/// Checks that both conversions made the same changes, each at the position in its own text.
fn same_report(
    document: &str,
    strict: &Conversion,
    text: &str,
    muddled: &muddle::Muddled,
    mended: &Conversion,
) -> Outcome {
    let json = Json::read(document)?;
    let begins: Vec<usize> = (0..json.nodes.len()).map(|id| json.begins(id)).collect();
    let moved: Option<Vec<usize>> = begins
        .iter()
        .map(|start| muddled.moved.get(start).copied())
        .collect();
    let moved = moved.ok_or("a token did not move")?;
    let old = audit::positions(document, begins.into_iter());
    let new = audit::positions(text, moved.into_iter());
    let mut pairs = strict.report.changes.iter().zip(&mended.report.changes);
    let same_changes = strict.report.changes.len() == mended.report.changes.len()
        && pairs.all(|(strict, mended)| {
            let there = strict.position.map(audit::place);
            let there = there.and_then(|place| old.binary_search(&place).ok());
            (strict.rule, &strict.at, &strict.to) == (mended.rule, &mended.at, &mended.to)
                && (&strict.before, &strict.after) == (&mended.before, &mended.after)
                && there.map(|at| new[at]) == mended.position.map(audit::place)
        });
    if !same_changes {
        return Err(format!("--- strict report:\n{}", strict.report.to_json()));
    }
    // A word without quotes counts as a placeholder only if it looks like one.
    let bare = muddled.rules.contains("bare-word");
    let unfilled = mended.report.findings.iter();
    let unfilled: BTreeSet<&Option<String>> = unfilled
        .filter(|finding| bare && finding.rule == "placeholder")
        .map(|finding| &finding.to)
        .collect();
    let findings = |conversion: &Conversion| -> Vec<_> {
        let findings = conversion.report.findings.iter();
        findings
            .filter(|finding| !bare || finding.rule != "placeholder")
            // No error is told of a value that is not filled in.
            .filter(|finding| {
                finding.severity != Severity::Error || !unfilled.contains(&finding.to)
            })
            .map(|finding| (finding.rule, finding.at.clone(), finding.to.clone()))
            .collect()
    };
    if findings(strict) != findings(mended) {
        return Err(format!("--- strict report:\n{}", strict.report.to_json()));
    }
    let unknown = strict.report.findings.iter();
    let unknown: Vec<&Finding> = unknown
        .filter(|finding| UNKNOWN.contains(&finding.rule))
        .collect();
    for finding in &unknown {
        // What is inside another unknown value stays as that one does.
        let at = finding.at.as_deref().unwrap_or_default();
        let around = |other: &&Finding| {
            let outer = other.at.as_deref().unwrap_or_default();
            at.strip_prefix(outer)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        let place = finding.position.map(audit::place);
        let id = place.and_then(|place| old.binary_search(&place).ok());
        if let Some(id) = id.filter(|_| !unknown.iter().any(around)) {
            untouched(
                &json,
                id,
                finding.to.as_deref(),
                [strict, mended],
                text,
                muddled,
            )?;
        }
    }
    Ok(())
}

const UNKNOWN: [&str; 3] = ["unknown-field", "misspelt-field", "misplaced-field"];

/// An unknown value in which nothing was mended is unchanged byte for byte.
fn untouched(
    json: &Json<'_>,
    id: Id,
    to: Option<&str>,
    conversions: [&Conversion; 2],
    text: &str,
    muddled: &muddle::Muddled,
) -> Outcome {
    let value = json.node(id).value.clone();
    let moved = |byte: usize| muddled.moved.get(&byte).copied();
    let (Some(start), Some(end)) = (moved(value.start), moved(value.end - 1)) else {
        return Ok(()); // a scalar
    };
    if text.get(start..=end) != Some(json.token(id)) {
        return Ok(());
    }
    let [strict, mended] = conversions.map(|conversion| {
        let json = Json::read(&conversion.result)?;
        let mut all = 0..json.nodes.len();
        let found = all.find(|&id| Some(&*json.pointer(id)) == to);
        found
            .map(|id| json.token(id))
            .ok_or("an unknown value is lost".to_owned())
    });
    if strict? == mended.clone()? {
        Ok(())
    } else {
        Err(format!("{} became {}", json.token(id), mended?))
    }
}

/// A file that is not plain UTF-8 has the same result byte for byte, and the same positions.
#[test]
fn encodings_say_the_same() {
    for_all(1_000, &Mode::WILD, |seed, document| {
        let options = options(seed);
        let plain = converted(&Pasted::text(document), &options)?;
        let marked = format!("\u{feff}{document}");
        let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (rule, bytes) in [
            ("byte-order-mark", marked.into_bytes()),
            ("utf-16", little),
            ("utf-16", big),
        ] {
            let pasted = Pasted::bytes(&bytes).map_err(|error| format!("{rule}: {error:?}"))?;
            let mut other = converted(&pasted, &options)?;
            let mendings = std::mem::take(&mut other.report.mendings);
            let same = other.result == plain.result
                && other.report.to_json() == plain.report.to_json()
                && mendings.iter().map(|mending| mending.rule).eq([rule]);
            if !same {
                return Err(explained(rule, &other));
            }
        }
        Ok(())
    });
}

/// The generator covers everything: every path of the model occurs in a pasted document and in a
/// result, and so do every read-only field and every rule that can occur.
#[test]
fn the_documents_reach_everything() {
    let mut pasted = BTreeSet::new();
    let mut results = BTreeSet::new();
    let mut rules = BTreeSet::new();
    let mut read_only = BTreeSet::new();
    for mode in [Mode::REGISTERABLE, Mode::WILD] {
        for seed in 0..3000 {
            let document = generate::document(seed, &mode, 0);
            let mut reached = BTreeSet::new();
            let outcome = converted(&Pasted::text(&document), &options(0)).and_then(|conversion| {
                let json = Json::read(&document)?;
                let root = audit::wrapping(&json)?.definition;
                reach(
                    &json,
                    root,
                    "",
                    Shape::Structure(model::REQUEST),
                    &mut reached,
                );
                let names = json.children(root).iter().map(|&id| json.key(id));
                read_only.extend(names.filter(|name| model::READ_ONLY.contains(&&**name)));
                let json = Json::read(&conversion.result)?;
                reach(&json, 0, "", Shape::Structure(model::REQUEST), &mut results);
                rules.extend(conversion.report.changes.iter().map(|change| change.rule));
                rules.extend(
                    conversion
                        .report
                        .findings
                        .iter()
                        .map(|finding| finding.rule),
                );
                Ok(())
            });
            if let Err(why) = outcome {
                panic!("seed {seed}: {why}\n{document}");
            }
            pasted.append(&mut reached);
        }
    }
    let all: BTreeSet<String> = model::paths().map(|(path, _)| path).collect();
    assert_eq!(all.len(), 169);
    assert_eq!(pasted, all);
    assert_eq!(results, all);
    assert_eq!(read_only.len(), model::READ_ONLY.len());
    let unmet: Vec<_> = RULES
        .iter()
        .filter(|rule| !matches!(rule.class, Class::Mended | Class::Edited) && !is_check(rule))
        .filter(|rule| !rules.contains(rule.id))
        .map(|rule| rule.id)
        .collect();
    assert!(unmet.is_empty(), "never met: {unmet:?}");
}

/// Collects the paths of the model that occur in a document.
fn reach(json: &Json<'_>, id: Id, path: &str, shape: Shape, found: &mut BTreeSet<String>) {
    for &child in json.children(id) {
        let (path, shape) = match (shape, json.kind(id)) {
            (Shape::Structure(structure), Kind::Object) => {
                let key = json.key(child);
                let Some((_, member)) = structure.member(&key) else {
                    continue;
                };
                found.insert(format!("{path}/{key}"));
                (format!("{path}/{key}"), member.shape)
            }
            (Shape::List(list), Kind::List) => (format!("{path}/*"), list.element),
            (Shape::Map(map), Kind::Object) => (format!("{path}/*"), map.value),
            _ => return,
        };
        reach(json, child, &path, shape, found);
    }
}
