//! Finds errors of AWS in a text, whatever names and numbers stand in it: those of the table, and those
//! that rules prevent.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::aws_error::{self, AwsError, Callers, Match, Normal, Pattern, SaidBy};
use crate::catalog::{RULES, evidence};
use crate::evidence::EvidenceKind;
use crate::lang::Lang;
use crate::model::{self, READ_ONLY, REQUEST, Shape};
use crate::rule::Rule;

/// The most errors that are told of one text.
const MOST: usize = 5;

/// An error of AWS that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownError {
    /// What this rule prevents.
    Rule(&'static Rule),
    /// Any other.
    Other(&'static AwsError),
}

impl KnownError {
    /// Its stable id: that of the rule, or that of the table.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            KnownError::Rule(rule) => rule.id,
            KnownError::Other(error) => error.id,
        }
    }

    /// A heading.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            KnownError::Rule(rule) => rule.words(lang).title,
            KnownError::Other(error) => error.words(lang).title,
        }
    }

    /// What it means.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            KnownError::Rule(rule) => rule.words(lang).why,
            KnownError::Other(error) => error.words(lang).meaning,
        }
    }

    /// What to do.
    #[must_use]
    pub fn cure(self, lang: Lang) -> &'static str {
        match self {
            KnownError::Rule(rule) => rule.words(lang).cure,
            KnownError::Other(error) => error.words(lang).cure,
        }
    }

    /// The address where it is described, or was seen.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            KnownError::Rule(rule) => rule.source,
            KnownError::Other(error) => error.source,
        }
    }

    /// The ids of the rules that find the same in a task definition.
    #[must_use]
    pub fn rules(self) -> Vec<&'static str> {
        match self {
            KnownError::Rule(rule) => vec![rule.id],
            KnownError::Other(error) => error.rules.to_vec(),
        }
    }

    pub(super) fn is_general(self) -> bool {
        matches!(self, KnownError::Other(error) if error.is_general)
    }
}

/// The errors of AWS that a text has in it, as somebody pasted it: the one that says most comes first.
/// What only says that something failed is left out where another says why. Nothing is found in a text
/// that names another service’s operation.
#[must_use]
pub fn known_errors(text: &str) -> Vec<KnownError> {
    let code = bare_exit_code(text).map(|code| format!("{} {code}", EXITS[0]));
    let text = Pasted::new(code.as_deref().unwrap_or(text));
    let mut found: Vec<(KnownError, Match)> = text.errors().chain(text.rules()).collect();
    found.sort_by_key(|(error, place)| (error.is_general(), Reverse((place.length, place.names))));
    let mut told: Vec<(KnownError, Match)> = Vec::new();
    for (error, place) in found {
        let is_hidden = told.iter().any(|(better, other)| {
            let is_alike = (other.length, other.names) == (place.length, place.names);
            let overlaps = place.start < other.end && other.start < place.end;
            (overlaps && !is_alike) || (error.is_general() && !better.is_general())
        });
        if !is_hidden && told.len() < MOST {
            told.push((error, place));
        }
    }
    told.into_iter().map(|(error, _)| error).collect()
}

/// The code, where a text says no more than `exit 137`: too little to be looked for within another text.
fn bare_exit_code(text: &str) -> Option<&str> {
    let (word, code) = text.trim().split_once(char::is_whitespace)?;
    let code = code.trim_start();
    let is_code = (1..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    (is_code && word.trim_end_matches(':').eq_ignore_ascii_case("exit")).then_some(code)
}

/// Every error as it is looked for.
struct Patterns {
    /// Those of the table: by their words, and by a container's exit codes.
    errors: Vec<(&'static AwsError, Vec<Pattern>, Vec<Pattern>)>,
    /// What rules prevent.
    rules: Vec<(&'static Rule, Vec<Pattern>)>,
}

/// How ECS, Docker and our own reports write an exit code.
const EXITS: [&str; 4] = [
    "exit code",
    "exited with",
    "exited with code",
    "exit status",
];

/// Made once: a wait may ask again and again.
fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let values = values();
        let errors = aws_error::all().map(|error| {
            let has_code = !error.exit_codes.is_empty();
            let texts = error.texts.iter().filter(|_| !has_code);
            let texts = texts.map(|text| Pattern::of_text(text));
            let codes = error.exit_codes.iter().flat_map(|code| {
                EXITS
                    .iter()
                    .map(move |exit| Pattern::of_words(&format!("{exit} {code}")))
            });
            (error, texts.collect(), codes.collect())
        });
        let rules = RULES.iter().map(|rule| {
            let quotes = quotes(rule)
                .map(|quote| Pattern::of_quote(words_of(quote), |word| values.contains(word)));
            (*rule, quotes.collect())
        });
        Patterns {
            errors: errors.collect(),
            rules: rules.collect(),
        }
    })
}

/// A pasted text, ready to be searched.
struct Pasted {
    text: Normal,
    callers: Callers,
    /// Whether it speaks of containers, so that an exit code is one of theirs.
    has_container: bool,
}

impl Pasted {
    fn new(text: &str) -> Self {
        let has_container = text.contains("コンテナ");
        let text = Normal::new(text);
        let words = [
            "container",
            "containers",
            "ecs",
            "stopcode",
            "stoppedreason",
        ];
        let mut words = words.iter();
        let has_container = has_container || words.any(|word| text.places(word).next().is_some());
        Pasted {
            callers: Callers::of(&text),
            has_container,
            text,
        }
    }

    fn errors(&self) -> impl Iterator<Item = (KnownError, Match)> {
        patterns()
            .errors
            .iter()
            .filter_map(|(error, texts, codes)| {
                let found = texts.iter().filter_map(|text| text.find(&self.text));
                let codes = codes.iter().filter_map(|code| code.find(&self.text));
                let codes = codes.filter(|code| self.is_of_a_container(code));
                let best = found.chain(codes).max()?;
                let is_answer =
                    matches!(error.said_by, SaidBy::Operation(_) | SaidBy::AnyOperation);
                let is_foreign = is_answer && self.callers.are_foreign(&best);
                (!is_foreign).then_some((KnownError::Other(error), best))
            })
    }

    /// Whether an exit code is a container's, as far as the text says, or all that it says.
    fn is_of_a_container(&self, code: &Match) -> bool {
        self.has_container || code.length == self.text.text().len()
    }

    fn rules(&self) -> impl Iterator<Item = (KnownError, Match)> {
        patterns().rules.iter().filter_map(|(rule, quotes)| {
            let found = quotes.iter().filter_map(|quote| quote.find(&self.text));
            let best = found
                .filter(|place| self.is_about_a_definition(place) && self.is_null_of(rule, place))
                .max()?;
            let is_foreign = self.callers.are_foreign(&best);
            (!is_foreign).then_some((KnownError::Rule(rule), best))
        })
    }

    /// Whether a null that a client refuses is one that this rule is about: an element of a list has an
    /// index at the end of its path, a field has none. Other errors are not asked about.
    fn is_null_of(&self, rule: &Rule, place: &Match) -> bool {
        let said = &self.text.text()[place.start..];
        let near = &said[..said.len().min(NEAR)];
        let Some(path) = near.find("valuenone").map(|end| &near[..end]) else {
            return true;
        };
        let has_index = path.ends_with(|last: char| last.is_ascii_digit());
        match rule.id {
            "null-value" => !has_index,
            "null-in-list" => has_index,
            _ => true,
        }
    }

    /// What a client says of any service’s parameters is about a task definition only if they are its.
    fn is_about_a_definition(&self, place: &Match) -> bool {
        let said = &self.text.text()[place.start..];
        let Some(rest) = OF_PARAMETERS
            .iter()
            .find_map(|head| said.strip_prefix(head))
        else {
            return true;
        };
        let starts_with_field = |text: &str| {
            let fields = REQUEST.members.iter().map(|member| member.name);
            let mut fields = fields.chain(READ_ONLY.iter().copied());
            fields.any(|field| {
                let has = text.get(..field.len());
                has.is_some_and(|start| start.eq_ignore_ascii_case(field))
            })
        };
        starts_with_field(rest)
            || rest.strip_prefix("input").is_some_and(starts_with_field)
            || after(rest, "foundinparams").is_some_and(starts_with_field)
            || after(rest, "mustbeoneof").is_some_and(starts_with_field)
    }
}

/// What clients say before the name of a parameter of any service, in the form of [`Normal`].
const OF_PARAMETERS: [&str; 7] = [
    "unknownparameterin",
    "missingrequiredparameterin",
    "invalidtypeforparameter",
    "invalidlengthforparameter",
    "invalidrangeforparameter",
    "invalidnumberofparameterssetfortaggedunionstructure",
    "unexpectedkey",
];

/// How far the list of a client’s names may be.
const NEAR: usize = 200;

/// What comes after some words, if they are near.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let near = &text[..text.len().min(NEAR)];
    near.find(words).map(|at| &text[at + words.len()..])
}

/// What AWS, its client or the container’s host says of a rule’s pattern.
pub(super) fn quotes(rule: &'static Rule) -> impl Iterator<Item = &'static str> {
    let said = evidence(rule).iter();
    let said = said.filter(|piece| piece.kind != EvidenceKind::Reference);
    let aws = Some(rule.aws).filter(|aws| !aws.is_empty());
    aws.into_iter().chain(said.map(|piece| piece.quote))
}

/// A quote without what a client puts before AWS’s words.
pub(super) fn words_of(quote: &'static str) -> &'static str {
    let after = quote.split_once(" operation: ").map(|(_, words)| words);
    after.unwrap_or(quote)
}

/// The shortest word of AWS’s model that is taken for a value: shorter ones are words of the language.
const SHORTEST_VALUE: usize = 6;

/// The values of AWS’s model, such as log drivers: in place of one that stands in a quote, others have
/// another.
fn values() -> BTreeSet<&'static str> {
    let enums = model::paths().flat_map(|(_, member)| match member.shape {
        Shape::String(text) => text.enums,
        _ => &[],
    });
    let enums = enums.copied();
    enums.filter(|word| word.len() >= SHORTEST_VALUE).collect()
}
