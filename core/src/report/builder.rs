//! Builds a report from the notes of the steps.

use super::path::PathText;
use super::{Change, ChangeKind, Finding, Mended, More, RenderOptions, Severity, arg};
use crate::catalog::also;
use crate::document::Document;
use crate::finding::{RawChange, RawFinding};
use crate::lang::Lang;
use crate::mask;
use crate::position::{Lines, Position};
use crate::read::Mending;
use crate::rule::{Class, Rule, Words};
use crate::tree::{Kind, NONE, NodeId, NodeRef, Span};

/// Builds the report of a document.
pub(crate) struct ReportBuilder<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) lines: &'a Lines<'a>,
    pub(super) options: RenderOptions,
}

impl<'a> ReportBuilder<'a> {
    pub(super) fn new(document: &'a Document<'a>, options: RenderOptions) -> Self {
        ReportBuilder {
            document,
            lines: &document.lines,
            options,
        }
    }

    pub(super) fn pasted(&self, id: NodeId) -> NodeRef<'a> {
        self.document.pasted().node_at(id)
    }

    pub(super) fn result(&self, id: NodeId) -> NodeRef<'a> {
        self.document.result().node_at(id)
    }

    pub(super) fn mending(&self, mending: &Mending) -> Mended {
        Mended {
            rule: mending.rule.id,
            position: self.lines.position(mending.at),
            about: mending.rule,
            message: mending.rule.words(self.options.lang).message,
        }
    }

    pub(super) fn change(&self, change: &RawChange) -> Change {
        let at = (change.at != NONE).then(|| self.pasted(change.at));
        let to = (change.to != NONE).then(|| self.result(change.to));
        let before = at.map(|view| mask::json(view, self.options.show_values));
        let after = to.map(|view| mask::json(view, self.options.show_values));
        let place = self.place(at, to);
        let args = [
            ("name", place.name.as_str()),
            ("path", place.path(self.options.lang)),
            ("before", before.as_deref().unwrap_or_default()),
            ("after", after.as_deref().unwrap_or_default()),
        ];
        let lang = self.options.lang;
        Change {
            kind: kind(change),
            rule: change.rule.id,
            at: at.map(NodeRef::pointer),
            to: to.map(NodeRef::pointer),
            position: at.map(|view| self.position(view)),
            message: format_message(change.rule.words(lang).message, &args, lang),
            before,
            after,
            about: change.rule,
            dotted: place.dotted,
        }
    }

    pub(super) fn finding(&self, finding: &RawFinding) -> Finding {
        let lang = self.options.lang;
        let at = (finding.at != NONE).then(|| self.pasted(finding.at));
        let to = (finding.to != NONE).then(|| self.result(finding.to));
        let place = self.place(to.or(at), None);
        let words = finding.rule.words(lang);
        let value = to.or(at).filter(|_| words.message.contains("{before}"));
        let value = value.map(|view| mask::json(view, self.options.show_values));
        // The node ids of the arguments are of the same tree as the finding's node.
        let tree = if to.is_some() {
            self.result(0)
        } else {
            self.pasted(0)
        };
        let own = finding.args.iter();
        let own = own.map(|(name, arg)| (*name, arg::text(arg, tree, self.options)));
        let own: Vec<(&str, String)> = own.collect();
        let mut args = vec![
            ("name", place.name.as_str()),
            ("path", place.path(lang)),
            ("before", value.as_deref().unwrap_or_default()),
        ];
        args.extend(own.iter().map(|(name, text)| (*name, text.as_str())));
        let message = format_message(words.message, &args, lang);
        Finding {
            severity: self.severity(finding.rule, to),
            at: at.map(NodeRef::pointer),
            to: to.map(NodeRef::pointer),
            dotted: place.dotted,
            place: place.plain.unwrap_or_default(),
            message,
            fix: self.fix_of(finding),
            ..self.minimal_finding(finding.rule, &words, at.map(underlined))
        }
    }

    /// The findings of a rule that are counted only.
    pub(super) fn more(&self, rule: &'static Rule, count: usize) -> More {
        More {
            rule: rule.id,
            severity: self.severity(rule, None),
            count,
        }
    }

    fn severity(&self, rule: &Rule, to: Option<NodeRef<'_>>) -> Severity {
        match self.options.as_is {
            Some(as_is) if (as_is.refuses)(rule, to) => Severity::Error,
            _ => rule.class.severity().unwrap_or(Severity::Warning),
        }
    }

    /// A finding with nothing but its rule, the rule's words and its position; it has no message.
    pub(super) fn minimal_finding(
        &self,
        rule: &'static Rule,
        words: &Words,
        span: Option<Span>,
    ) -> Finding {
        Finding {
            severity: Severity::Error,
            rule: rule.id,
            also: also(rule),
            at: None,
            to: None,
            position: span.map(|span| self.lines.position(span.start)),
            end: span.map(|span| self.lines.position(span.end)),
            about: rule,
            dotted: String::new(),
            place: String::new(),
            excerpt: self
                .options
                .excerpt
                .zip(span)
                .map(|(of, span)| of(self, span)),
            message: String::new(),
            why: words.why,
            cure: if self.options.plain {
                words.plain_cure
            } else {
                words.cure
            },
            source: rule.source,
            fix: None,
        }
    }

    fn place(&self, first: Option<NodeRef<'_>>, second: Option<NodeRef<'_>>) -> PathText {
        PathText::new(
            first,
            second,
            self.options.plain.then_some(self.options.lang),
        )
    }

    fn position(&self, view: NodeRef<'_>) -> Position {
        self.lines.position(view.node().span.start)
    }
}

/// The span to underline: all of a scalar; the key or the bracket of a list or an object.
pub(super) fn underlined(view: NodeRef<'_>) -> Span {
    let node = view.node();
    let end = match (node.kind, view.key_token().len()) {
        (Kind::List | Kind::Object, 0) => (node.value + 1).min(node.span.end),
        (Kind::List | Kind::Object, key) => (node.span.start + key as u32).min(node.value),
        _ => node.span.end,
    };
    Span {
        start: node.span.start,
        end,
    }
}

fn kind(change: &RawChange) -> ChangeKind {
    match change.rule.class {
        Class::Repaired => ChangeKind::Repaired,
        Class::Moved => ChangeKind::Moved,
        _ if change.to == NONE => ChangeKind::Removed,
        _ if change.at == NONE => ChangeKind::Added,
        _ => ChangeKind::Edited,
    }
}

/// Replaces each `{name}` of a message by its argument. In Japanese, a space separates an argument
/// from its neighbours only if it contains Latin letters.
fn format_message(message: &str, args: &[(&str, &str)], lang: Lang) -> String {
    let mut out = String::with_capacity(message.len() + 32);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let arg = after.split_once('}').and_then(|(name, behind)| {
            let (_, text) = args.iter().find(|(known, _)| *known == name)?;
            Some((*text, behind))
        });
        let (text, behind) = arg.unwrap_or(("{", after));
        rest = behind;
        if lang == Lang::Ja && !text.is_ascii() {
            out.truncate(out.trim_end_matches(' ').len());
            rest = rest.trim_start_matches(' ');
        }
        out.push_str(text);
    }
    out.push_str(rest);
    out
}
