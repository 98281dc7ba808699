//! The report: every mending, change and finding as a value, with its place and its words.
//!
//! The terminal, the page and other programs render it; none of them adds to it.

pub mod mask;
mod text;

use std::fmt::Write;

use serde::Serialize;

use crate::lang::Lang;
use crate::model;
use crate::place::{Lines, Position};
use crate::read::Mending;
use crate::rules::{Class, Rule};
use crate::sanitize::{self, Notes};
use crate::tree::{Kind, NONE, NodeId, Tree, View};
use crate::unwrap::Form;

pub use text::{Paint, Style, render, summary};

/// The version of the report's form; it grows when a member changes its meaning or goes.
pub const VERSION: u32 = 1;

/// What was done, and what is left to look at.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// The program and its version.
    pub tool: &'static str,
    /// The botocore release whose model was used.
    pub model: &'static str,
    /// What was pasted: `task-definition` or `describe-task-definition`.
    pub input: &'static str,
    /// The family, if it is a string.
    pub family: Option<String>,
    /// What was mended to read the text.
    pub mendings: Vec<Mended>,
    /// What is not in the result as it was pasted.
    pub changes: Vec<Change>,
    /// What to look at.
    pub findings: Vec<Finding>,
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

/// A change: every leaf of the pasted document is in the result, or under exactly one of these.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// `removed`, `repaired`, `moved`, `edited` or `added`.
    pub kind: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// The JSON pointer into the document as pasted; nothing for an addition.
    pub at: Option<String>,
    /// The JSON pointer into the result; nothing for a removal.
    pub to: Option<String>,
    /// Where it stood in the pasted text.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// The pasted value as JSON text, masked.
    pub before: Option<String>,
    /// The value in the result as JSON text, masked.
    pub after: Option<String>,
    /// The rule itself.
    #[serde(skip)]
    pub about: &'static Rule,
    /// The place as the AWS CLI writes it, for people.
    #[serde(skip)]
    pub dotted: String,
    /// One line about it.
    pub message: String,
}

/// Something to look at before the result is registered.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// The JSON pointer into the document as pasted; nothing if an edit put it there.
    pub at: Option<String>,
    /// The JSON pointer into the result.
    pub to: Option<String>,
    /// Where it stands in the pasted text.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// The rule itself.
    #[serde(skip)]
    pub about: &'static Rule,
    /// The place as the AWS CLI writes it, for people.
    #[serde(skip)]
    pub dotted: String,
    /// One line about it.
    pub message: String,
    /// What to do.
    pub cure: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// What a report is made from.
pub(crate) struct Material<'a> {
    pub(crate) source: &'a str,
    pub(crate) pasted: &'a Tree,
    pub(crate) result: &'a Tree,
    pub(crate) form: Form,
    pub(crate) mendings: &'a [Mending],
    pub(crate) notes: &'a Notes,
}

impl Report {
    pub(crate) fn new(material: &Material<'_>, lang: Lang, show_values: bool) -> Self {
        let maker = Maker {
            material,
            lines: Lines::of(material.source),
            lang,
            show_values,
        };
        let family = maker.result(0).get("family").and_then(View::string);
        let mut changes: Vec<_> = material.notes.changes.iter().collect();
        changes.sort_by_key(|change| change.at);
        let mut findings: Vec<_> = material.notes.findings.iter().collect();
        findings.sort_by_key(|finding| finding.at);
        Report {
            version: VERSION,
            tool: concat!("taskdef ", env!("CARGO_PKG_VERSION")),
            model: model::VERSION.botocore,
            input: material.form.id(),
            family: family.map(std::borrow::Cow::into_owned),
            mendings: material.mendings.iter().map(|m| maker.mended(m)).collect(),
            changes: changes.into_iter().map(|c| maker.change(c)).collect(),
            findings: findings.into_iter().map(|f| maker.finding(f)).collect(),
        }
    }

    /// How many findings are errors: the result is then not what RegisterTaskDefinition takes.
    #[must_use]
    pub fn errors(&self) -> usize {
        let errors = self
            .findings
            .iter()
            .filter(|f| f.about.class == Class::Error);
        errors.count()
    }

    /// The report as JSON on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

struct Maker<'a> {
    material: &'a Material<'a>,
    lines: Lines<'a>,
    lang: Lang,
    show_values: bool,
}

impl<'a> Maker<'a> {
    fn pasted(&self, id: NodeId) -> View<'a> {
        View {
            source: self.material.source,
            tree: self.material.pasted,
            id,
        }
    }

    fn result(&self, id: NodeId) -> View<'a> {
        View {
            tree: self.material.result,
            ..self.pasted(id)
        }
    }

    fn mended(&self, mending: &Mending) -> Mended {
        Mended {
            rule: mending.rule.id,
            position: self.lines.position(mending.at),
            about: mending.rule,
            message: mending.rule.words(self.lang).message,
        }
    }

    fn change(&self, change: &sanitize::Change) -> Change {
        let at = (change.at != NONE).then(|| self.pasted(change.at));
        let to = (change.to != NONE).then(|| self.result(change.to));
        let before = at.map(|view| mask::json(view, self.show_values));
        let after = to.map(|view| mask::json(view, self.show_values));
        let place = Place::of(at, to);
        let holes = [
            ("{name}", place.name.as_str()),
            ("{path}", place.path(self.lang)),
            ("{before}", before.as_deref().unwrap_or_default()),
            ("{after}", after.as_deref().unwrap_or_default()),
        ];
        Change {
            kind: kind(change),
            rule: change.rule.id,
            at: at.map(View::pointer),
            to: to.map(View::pointer),
            position: at.map(|view| self.position(view)),
            message: fill(change.rule.words(self.lang).message, &holes, self.lang),
            before,
            after,
            about: change.rule,
            dotted: place.dotted,
        }
    }

    fn finding(&self, finding: &sanitize::Finding) -> Finding {
        let at = (finding.at != NONE).then(|| self.pasted(finding.at));
        let to = (finding.to != NONE).then(|| self.result(finding.to));
        let place = Place::of(to.or(at), None);
        let value = to.or(at).map(|view| mask::json(view, self.show_values));
        let hint = finding.hint.as_str();
        let holes = [
            ("{name}", place.name.as_str()),
            ("{path}", place.path(self.lang)),
            ("{before}", value.as_deref().unwrap_or_default()),
            ("{member}", hint),
            ("{expected}", hint),
            ("{suggestion}", hint),
        ];
        let words = finding.rule.words(self.lang);
        Finding {
            severity: match finding.rule.class {
                Class::Error => "error",
                _ => "warning",
            },
            rule: finding.rule.id,
            at: at.map(View::pointer),
            to: to.map(View::pointer),
            position: at.map(|view| self.position(view)),
            message: fill(words.message, &holes, self.lang),
            cure: words.cure,
            source: finding.rule.source,
            about: finding.rule,
            dotted: place.dotted,
        }
    }

    fn position(&self, view: View<'_>) -> Position {
        self.lines.position(view.node().span.start)
    }
}

/// How a place is called in a message.
struct Place {
    /// The last key, or the last key with its index.
    name: String,
    dotted: String,
}

impl Place {
    fn of(first: Option<View<'_>>, second: Option<View<'_>>) -> Self {
        let dotted = first.or(second).map(dotted).unwrap_or_default();
        let dotted = match dotted.strip_prefix("taskDefinition.") {
            Some(inner) => inner.to_owned(),
            None => dotted,
        };
        let name = first.or(second).map(last_step).unwrap_or_default();
        Place {
            name: mask::shown(&name).into_owned(),
            dotted: mask::shown(&dotted).into_owned(),
        }
    }

    /// The whole place; the document itself is called what it is.
    fn path(&self, lang: Lang) -> &str {
        match (self.dotted.as_str(), lang) {
            ("" | "taskDefinition", Lang::En) => "The task definition",
            ("" | "taskDefinition", Lang::Ja) => "タスク定義",
            (dotted, _) => dotted,
        }
    }
}

/// The last key; for an element, that of its list with the index.
fn last_step(view: View<'_>) -> String {
    match view.parent() {
        Some(list) if list.kind() == Kind::List => {
            format!("{}[{}]", last_step(list), view.node().index)
        }
        _ => view.key().into_owned(),
    }
}

/// Where a value stands, for people: `containerDefinitions[app].environment[STAGE].value`. An
/// element goes by its name where it has one that may be shown, and else by its index.
fn dotted(view: View<'_>) -> String {
    let Some(parent) = view.parent() else {
        return String::new();
    };
    let mut out = dotted(parent);
    if parent.kind() == Kind::List {
        let name = ["name", "key"].iter().find_map(|name| view.get(name));
        let name = name.filter(|name| mask::is_shown(&name.pointer()));
        let name = name.and_then(View::string).filter(|name| !name.is_empty());
        let index = || view.node().index.to_string().into();
        let _ = write!(out, "[{}]", name.unwrap_or_else(index));
    } else {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(&view.key());
    }
    out
}

fn kind(change: &sanitize::Change) -> &'static str {
    match change.rule.class {
        Class::Repaired => "repaired",
        Class::Moved => "moved",
        _ if change.to == NONE => "removed",
        _ if change.at == NONE => "added",
        _ => "edited",
    }
}

/// Fills a message's holes. In Japanese, a space parts a hole from its neighbours only where it
/// holds Latin letters.
fn fill(message: &str, holes: &[(&str, &str)], lang: Lang) -> String {
    let mut out = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let hole = holes.iter().find(|(hole, _)| rest.starts_with(hole));
        let (length, text) = hole.map_or((1, "{"), |(hole, text)| (hole.len(), *text));
        rest = &rest[length..];
        if lang == Lang::Ja && !text.is_ascii() {
            out.truncate(out.trim_end_matches(' ').len());
            rest = rest.trim_start_matches(' ');
        }
        out.push_str(text);
    }
    out.push_str(rest);
    out
}
