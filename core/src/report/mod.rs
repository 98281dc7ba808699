//! The report: every mending, change and finding as a value, with its position and its words.
//!
//! The terminal, the page and other programs render it; none of them adds to it.

mod arg;
mod as_is;
mod builder;
mod excerpt;
mod fix;
mod form;
mod located;
mod markdown;
mod more;
mod path;
mod text;

use serde::{Serialize, Serializer};

use crate::document::Document;
use crate::escape::report_json;
use crate::in_order::in_order;
use crate::lang::Lang;
use crate::mask;
use crate::model;
use crate::patch::Replacement;
use crate::position::Position;
use crate::rule::Rule;
pub use crate::rule::{ChangeKind, Severity};

use builder::ReportBuilder;

pub(crate) use as_is::{AS_IS, AsIs};
pub use excerpt::Excerpt;
pub(crate) use excerpt::{ExcerptOf, excerpt_of};

pub use located::Located;
pub use markdown::markdown;
pub use more::More;
pub use text::{Paint, Style, render, summary};

/// The version of the report's JSON. It is incremented when a member is removed or changes its
/// meaning.
pub const VERSION: u32 = 1;

/// What was changed, and what is left to look at.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// The program and its version.
    pub tool: &'static str,
    /// The botocore release whose model was used.
    pub model: &'static str,
    /// The form of the input: `task-definition` or `describe-task-definition`.
    pub input: &'static str,
    /// The family; `None` if it is not a string.
    pub family: Option<String>,
    /// What was mended to read the text.
    pub mendings: Vec<Mended>,
    /// How the result differs from the paste.
    pub changes: Vec<Change>,
    /// What to look at: of each rule at most the first hundred.
    pub findings: Vec<Finding>,
    /// How many findings of a rule there are besides those in `findings`.
    pub more: Vec<More>,
}

/// A mending of the text.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mended {
    /// The rule's id.
    pub rule: &'static str,
    /// Where.
    #[serde(flatten)]
    pub position: Position,
    /// The rule itself.
    #[serde(skip)]
    pub about: &'static Rule,
    /// One line about it.
    pub message: &'static str,
}

/// A change. Every leaf of the pasted document is in the result, or under exactly one change.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// The rule's id.
    pub rule: &'static str,
    /// The JSON pointer into the document as pasted; `None` for an addition.
    pub at: Option<String>,
    /// The JSON pointer into the result; `None` for a removal.
    pub to: Option<String>,
    /// Its position in the pasted text.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// The pasted value as JSON text, masked.
    pub before: Option<String>,
    /// The value in the result as JSON text, masked.
    pub after: Option<String>,
    /// The rule itself.
    #[serde(skip)]
    pub about: &'static Rule,
    /// The path as the AWS CLI writes it.
    #[serde(skip)]
    pub dotted: String,
    /// One line about it.
    pub message: String,
}

/// Something to look at before the result is registered.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its severity.
    pub severity: Severity,
    /// The rule's id.
    pub rule: &'static str,
    /// What others call it: the ids of their controls and checks.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub also: &'static [&'static str],
    /// The JSON pointer into the document as pasted; `None` if an edit added the value.
    pub at: Option<String>,
    /// The JSON pointer into the result.
    pub to: Option<String>,
    /// Its position in the pasted text.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// The position after its last character. For a list or an object this is the end of its key or
    /// bracket.
    pub end: Option<Position>,
    /// The rule itself.
    #[serde(skip)]
    pub about: &'static Rule,
    /// The path as messages write it.
    #[serde(skip)]
    pub dotted: String,
    /// Its place as a person would name it, such as `DB_PASSWORD`; empty in a report that names
    /// places by their paths.
    #[serde(skip)]
    pub place: String,
    /// The line of the paste around it, with values masked.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
    /// One line about it.
    pub message: String,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub cure: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The edit of the pasted text that fixes it. The JSON has none that contains values to be
    /// masked.
    #[serde(serialize_with = "without_values")]
    pub fix: Option<Fix>,
}

impl Finding {
    /// Whether it prevents registration: an error, or a value that is not filled in.
    #[must_use]
    pub fn blocks(&self) -> bool {
        more::blocks(self.severity, self.rule)
    }

    /// Its fix, for a log: one whose edits contain no values that are to be masked.
    #[must_use]
    pub fn public_fix(&self) -> Option<&Fix> {
        self.fix.as_ref().filter(|fix| !fix.contains_values)
    }
}

#[expect(clippy::ref_option, reason = "serde calls it with a reference")]
fn without_values<S: Serializer>(fix: &Option<Fix>, out: S) -> Result<S::Ok, S::Error> {
    fix.as_ref()
        .filter(|fix| !fix.contains_values)
        .serialize(out)
}

/// An edit of the pasted text that fixes a finding.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// What it does, as the label of a button.
    pub title: &'static str,
    /// Whether it is certain to be what the author meant, so that it may be applied without asking.
    pub safe: bool,
    /// Whether the edits contain values of the paste that a log must not show.
    #[serde(skip)]
    pub contains_values: bool,
    /// The replacements, sorted and disjoint.
    pub edits: Vec<TextEdit>,
}

/// A part of the pasted text and the text that replaces it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TextEdit {
    /// Where the part begins.
    pub start: Position,
    /// The position after its last character.
    pub end: Position,
    /// The text that replaces it.
    pub text: String,
    /// The same as a byte range, for [`apply`](crate::apply).
    #[serde(skip)]
    pub replacement: Replacement,
}

/// What a report contains.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RenderOptions {
    pub(crate) lang: Lang,
    pub(crate) show_values: bool,
    /// Whether it contains fixes.
    pub(crate) fixes: bool,
    /// Whether its readers have the lines before them and no command line: it names places as a
    /// person would, and no options.
    pub(crate) plain: bool,
    /// Whether it lists changes and mendings.
    pub(crate) changes: bool,
    /// What makes the excerpts, if it contains them. As a function, so that the page, whose reports
    /// have none, is built without it; the same holds for `as_is`.
    pub(crate) excerpt: Option<ExcerptOf>,
    /// What else is an error because the text is to be registered unchanged.
    pub(crate) as_is: Option<&'static AsIs>,
}

impl Report {
    pub(crate) fn new(document: &Document<'_>, options: RenderOptions) -> Self {
        let builder = ReportBuilder::new(document, options);
        let family = builder.result(0).member("family").and_then(|at| {
            let shown = options.show_values || mask::may_show(at);
            if shown {
                at.string()
            } else {
                Some(mask::MASK.into())
            }
        });
        let listed = options.changes;
        let noted = &document.notes.changes;
        let changes = in_order(noted.iter().filter(|_| listed).map(|change| change.at));
        let changes = changes
            .into_iter()
            .map(|(_, at)| builder.change(&noted[at]));
        let log = &document.notes.findings;
        let findings = in_order(log.told().iter().map(|finding| finding.at));
        let findings = findings
            .into_iter()
            .map(|(_, at)| builder.finding(&log.told()[at]));
        let mut findings: Vec<_> = findings.collect();
        let mut more = Vec::new();
        for (rule, count) in log.more() {
            more.push(builder.more(rule, count));
        }
        if let Some(as_is) = options.as_is {
            (as_is.findings)(&builder, &mut findings, &mut more);
        }
        Report {
            version: VERSION,
            tool: concat!("taskdef ", env!("CARGO_PKG_VERSION")),
            model: model::VERSION.botocore,
            input: document.unwrapped.form.id(),
            family: family.map(std::borrow::Cow::into_owned),
            mendings: document
                .mendings
                .iter()
                .filter(|_| listed)
                .map(|m| builder.mending(m))
                .collect(),
            changes: changes.collect(),
            findings,
            more,
        }
    }

    /// The number of findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let told = self.findings.iter().filter(|f| f.severity == severity);
        let more = self.more.iter().filter(|more| more.severity == severity);
        told.count() + more.map(|more| more.count).sum::<usize>()
    }

    /// The number of errors: AWS would refuse the result, or the container can't run.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// The number of all findings.
    #[must_use]
    pub fn total(&self) -> usize {
        let more = self.more.iter().map(|more| more.count);
        self.findings.len() + more.sum::<usize>()
    }

    /// The highest severity of a finding.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        let told = self.findings.iter().map(|finding| finding.severity);
        told.chain(self.more.iter().map(|more| more.severity)).max()
    }

    /// Whether any finding prevents registration.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.blockers().next().is_some() || self.more.iter().any(More::blocks)
    }

    /// The findings that prevent registration, of those that are told.
    pub fn blockers(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.blocks())
    }

    /// The report as JSON on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        report_json(self)
    }
}
