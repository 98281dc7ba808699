//! What the search of the course finds.

use taskdef_core::Lang;
use taskdef_core::aws_error::{self, AwsError};
use taskdef_core::catalog::{RULES, also};
use taskdef_core::controls::{self, Reason};
use taskdef_core::explain::{Field, KnownError, fields_with, known_errors};
use taskdef_core::rule::Rule;

use super::glossary::{self, Term};

/// Something that a search finds.
#[derive(Debug)]
pub enum Found {
    /// A rule.
    Rule(&'static Rule),
    /// An error of AWS that no rule alone is about.
    Error(&'static AwsError),
    /// A field of a task definition.
    Field(Box<Field>),
    /// A word of the glossary.
    Word(&'static Term),
}

impl From<Field> for Found {
    fn from(field: Field) -> Self {
        Found::Field(Box::new(field))
    }
}

impl From<KnownError> for Found {
    fn from(error: KnownError) -> Self {
        match error {
            KnownError::Rule(rule) => Found::Rule(rule),
            KnownError::Other(error) => Found::Error(error),
        }
    }
}

/// What a search finds: the errors of AWS that are in the text, as somebody got them; else the words,
/// rules, errors and fields with a text that has it, whatever its case.
#[must_use]
pub fn found(sought: &str, lang: Lang) -> Vec<Found> {
    let named = known_errors(sought);
    if !named.is_empty() {
        return named.into_iter().map(Found::from).collect();
    }
    let wanted = sought.trim().to_ascii_lowercase();
    let has = |text: &str| text.to_ascii_lowercase().contains(&wanted);
    let words = glossary::all().filter(|term| {
        let said = term.said.get(lang);
        has(term.id) || said.forms().any(has) || has(said.text())
    });
    let rules = RULES.iter().filter(|rule| rule_has(rule, lang, has));
    let errors = aws_error::all().filter(|error| error_has(error, lang, has));
    let fields = fields_with(&wanted, lang).into_iter().map(Found::from);
    let mut all: Vec<Found> = words.map(Found::Word).collect();
    all.extend(rules.map(|rule| Found::Rule(rule)));
    all.extend(errors.map(Found::Error));
    all.extend(fields);
    // What is named so comes before what only speaks of it.
    all.sort_by_key(|one| !is_named(one, lang, &wanted));
    all
}

/// Why no rule says what a control of others asks for, if the search is for such a control: its id, who
/// checks it, and the reason.
#[must_use]
pub fn left_out(sought: &str) -> Option<(&'static str, &'static str, Reason)> {
    let control = controls::find(sought.trim())?;
    Some((control.id, control.by.name(), control.left_out?))
}

/// Whether the name of something is the text, which is in lower case.
fn is_named(one: &Found, lang: Lang, wanted: &str) -> bool {
    let is = |name: &str| name.eq_ignore_ascii_case(wanted);
    match one {
        Found::Rule(rule) => is(rule.id) || also(rule).iter().any(|id| is(id)),
        Found::Error(error) => is(error.id),
        Found::Field(field) => {
            let path = field.path.to_ascii_lowercase();
            let rest = path.strip_suffix(wanted);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        }
        Found::Word(term) => is(term.id) || term.said.get(lang).forms().any(is),
    }
}

/// Whether a text of a rule, or what others call it, has what is wanted.
fn rule_has(rule: &Rule, lang: Lang, has: impl Fn(&str) -> bool) -> bool {
    let said = rule.words(lang);
    let texts = [
        rule.id,
        said.label,
        said.title,
        said.why,
        said.plain_cure,
        rule.aws,
        rule.example().before,
    ];
    texts.iter().chain(also(rule)).any(|text| has(text))
}

/// Whether a text of an error has what is wanted.
fn error_has(error: &AwsError, lang: Lang, has: impl Fn(&str) -> bool) -> bool {
    let said = error.words(lang);
    let texts = [error.id, said.title, said.meaning, said.plain_cure];
    let mut texts = texts.iter().chain(error.texts).chain(error.fields);
    texts.any(|text| has(text))
}

#[cfg(test)]
mod tests {
    use super::{Found, found, left_out};
    use taskdef_core::Lang;

    fn ids(sought: &str) -> Vec<String> {
        let found = found(sought, Lang::En).into_iter();
        let ids = found.map(|one| match one {
            Found::Rule(rule) => format!("rule={}", rule.id),
            Found::Error(error) => format!("error={}", error.id),
            Found::Field(field) => format!("field={}", field.path),
            Found::Word(term) => format!("word={}", term.id),
        });
        ids.collect()
    }

    #[test]
    fn each_kind_is_found_by_its_name_and_stands_first() {
        for (sought, first) in [
            ("networkMode", "field=networkMode"),
            ("NETWORKMODE", "field=networkMode"),
            (
                "portMappings[].hostPort",
                "field=containerDefinitions[].portMappings[].hostPort",
            ),
            ("revision", "word=revision"),
            ("task role", "word=task-role"),
            ("null-value", "rule=null-value"),
            ("CKV_AWS_335", "rule=host-pid"),
            ("image-not-found", "error=image-not-found"),
            ("exit 137", "error=killed"),
            ("Unknown volume 'mine'.", "rule=mount-without-volume"),
        ] {
            assert_eq!(
                ids(sought).first().map(String::as_str),
                Some(first),
                "{sought}"
            );
        }
        assert!(ids("revision").contains(&"field=revision".to_owned()));
        assert_eq!(ids("no such thing at all"), [""; 0]);
    }

    #[test]
    fn a_control_that_no_rule_says_has_its_reason() {
        assert_eq!(
            left_out(" ECS.2 ").map(|(id, by, _)| (id, by)),
            Some(("ECS.2", "Security Hub"))
        );
        assert!(left_out("ECS.5").is_none() && left_out("ECS").is_none());
    }
}
