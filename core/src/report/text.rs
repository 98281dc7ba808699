//! The report for a terminal: what to check, what was changed and why, and the verdict last.

use std::collections::BTreeMap;

use super::{Change, ChangeKind, Report, Severity};
use crate::escape::escape;
use crate::lang::{Lang, Localized};
use crate::rule::{Class, Rule};

/// The role of a piece of text, so that the front end can colour it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Style {
    Heading,
    Quiet,
    Good,
    Warning,
    Error,
}

/// How the front end writes a styled piece: with ANSI codes, or unchanged.
pub type Paint = fn(Style, &str) -> String;

/// A group with more changes than this lists only their names, without line numbers. A console copy
/// easily has 30 nulls, and a line for each would bury the findings.
const MANY: usize = 12;

/// Renders the whole report.
#[must_use]
pub fn render(report: &Report, lang: Lang, paint: Paint) -> String {
    let mut out = Text {
        report,
        lang,
        paint,
        out: String::new(),
    };
    out.changes();
    out.mendings();
    out.findings();
    out.verdict();
    out.out
}

/// The number of changes of each kind, in one or two sentences.
#[must_use]
pub fn summary(report: &Report, lang: Lang) -> String {
    let paint: Paint = |_, text| text.to_owned();
    let text = Text {
        report,
        lang,
        paint,
        out: String::new(),
    };
    text.summary()
}

struct Text<'a> {
    report: &'a Report,
    lang: Lang,
    paint: Paint,
    out: String,
}

impl Text<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, rule: &Rule, count: usize) {
        let words = rule.words(self.lang);
        let title = (self.paint)(Style::Heading, &format!("{} × {count}", words.label));
        let id = (self.paint)(Style::Quiet, &format!("[{}]", rule.id));
        self.line(&format!("{title}  {} {id}", words.title));
    }

    fn quietly(&mut self, text: &str) {
        let text = (self.paint)(Style::Quiet, text);
        self.line(&format!("  {text}"));
    }

    fn changes(&mut self) {
        for rule in crate::catalog::RULES {
            let changes = self.report.changes.iter();
            let group: Vec<&Change> = changes.filter(|change| change.rule == rule.id).collect();
            if group.is_empty() {
                continue;
            }
            self.heading(rule, group.len());
            if rule.class != Class::Edited {
                self.quietly(rule.words(self.lang).why);
            }
            if !rule.aws.is_empty() {
                let aws = escape(rule.aws).into_owned();
                self.quietly(&format!(
                    "{}{aws}",
                    self.localized("AWS would have said, for example: ", "AWS の応答の例：")
                ));
            }
            if group.len() > MANY && rule.class == Class::Removed {
                self.names(&group);
            } else {
                for change in group {
                    self.change(change);
                }
            }
            self.out.push('\n');
        }
    }

    fn change(&mut self, change: &Change) {
        let place = match change.position {
            Some(position) => self.place(position.line),
            None => self.localized("added", "追加").to_owned(),
        };
        let shown = |json: &Option<String>| {
            let text = escape(json.as_deref().unwrap_or_default()).into_owned();
            shorten(&text)
        };
        let values = match change.kind {
            ChangeKind::Repaired | ChangeKind::Edited if change.before != change.after => {
                format!(": {} → {}", shown(&change.before), shown(&change.after))
            }
            ChangeKind::Added | ChangeKind::Repaired | ChangeKind::Edited => {
                format!(": {}", shown(&change.after))
            }
            _ => String::new(),
        };
        self.line(&format!("  {place:<10} {}{values}", change.dotted));
    }

    /// Many removals, grouped by the object that contained them.
    fn names(&mut self, group: &[&Change]) {
        for (parent, names) in by_parent(group) {
            let colon = if parent.is_empty() { "" } else { ": " };
            self.line(&format!("  {parent}{colon}{}", names.join(", ")));
        }
    }

    fn mendings(&mut self) {
        for rule in crate::catalog::RULES {
            let mendings = self.report.mendings.iter();
            let mut lines: Vec<u32> = mendings
                .filter(|mended| mended.rule == rule.id)
                .map(|mended| mended.position.line)
                .collect();
            if !lines.is_empty() {
                self.heading(rule, lines.len());
                lines.dedup();
                let lines = self.lines(&lines);
                self.line(&format!("  {lines}"));
                self.out.push('\n');
            }
        }
    }

    fn findings(&mut self) {
        for finding in &self.report.findings {
            let style = match finding.severity {
                Severity::Error => Style::Error,
                Severity::Warning => Style::Warning,
                Severity::Advice => Style::Quiet,
            };
            let word = (self.paint)(style, finding.severity.word(self.lang));
            let message = escape(&finding.message).into_owned();
            self.line(&format!("{word}: {message}"));
            let place = match finding.dotted.as_str() {
                "" => format!("[{}]", finding.rule),
                dotted => format!("{dotted} [{}]", finding.rule),
            };
            let place = match finding.position {
                Some(p) => format!("{} {place}", self.place_and_column(p.line, p.column)),
                None => place,
            };
            self.quietly(&place);
            self.line(&format!("  {}", finding.cure));
            self.out.push('\n');
        }
        for more in &self.report.more {
            let text = more.text(self.lang);
            self.line(&(self.paint)(Style::Quiet, &text));
        }
    }

    fn verdict(&mut self) {
        let errors = self.report.errors();
        let checks = self.report.total();
        let family = self
            .report
            .family
            .as_deref()
            .map(|family| escape(family) + ": ");
        let family = family.unwrap_or_default().into_owned();
        let (style, verdict) = match (errors, checks) {
            (0, 0) => (
                Style::Good,
                self.localized("ready to register", "登録できる形になりました")
                    .to_owned(),
            ),
            (0, _) => (Style::Warning, self.to_check(checks)),
            _ => (Style::Error, self.not_ready(errors)),
        };
        let verdict = (self.paint)(style, &verdict);
        self.line(&format!("{family}{verdict}"));
        let unchanged = self.report.changes.is_empty() && self.report.mendings.is_empty();
        if !(unchanged && errors > 0) {
            let summary = self.summary();
            self.line(&format!("  {summary}"));
        }
    }

    fn to_check(&self, checks: usize) -> String {
        match (self.lang, checks) {
            (Lang::En, 1) => "1 thing to check before you register".to_owned(),
            (Lang::En, _) => format!("{checks} things to check before you register"),
            (Lang::Ja, _) => format!("登録の前に、確認が {checks} 件あります"),
        }
    }

    fn not_ready(&self, errors: usize) -> String {
        match (self.lang, errors) {
            (Lang::En, 1) => "not ready: 1 error".to_owned(),
            (Lang::En, _) => format!("not ready: {errors} errors"),
            (Lang::Ja, _) => format!("まだ登録できません。エラーが {errors} 件あります"),
        }
    }

    /// The number of changes of each kind: "Removed: read-only 9, null 31. Type fixed 2."
    fn summary(&self) -> String {
        let all = [
            Class::Removed,
            Class::Repaired,
            Class::Moved,
            Class::Edited,
            Class::Mended,
        ];
        let counts = all.map(|class| (class, self.counts(class)));
        let counts = counts.iter().filter(|(_, counts)| !counts.is_empty());
        let said = counts.map(|(class, counts)| self.clause(*class, counts));
        let said: Vec<String> = said.collect();
        match (self.lang, &said[..]) {
            (Lang::En, []) => "Nothing had to change.".to_owned(),
            (Lang::Ja, []) => "変えたところはありません。".to_owned(),
            (Lang::En, _) => format!("{} The rest is as pasted.", said.join(" ")),
            (Lang::Ja, _) => format!("{}ました。残りは貼り付けたままです。", said.join("、")),
        }
    }

    /// What was done with the changes of a class; in Japanese the stem of a verb, to which the end of
    /// the sentence is added.
    fn clause(&self, class: Class, counts: &[(&str, usize)]) -> String {
        let each = counts
            .iter()
            .map(|(label, count)| format!("{label} {count}"));
        let each: Vec<String> = each.collect();
        let each = each.join(self.localized(", ", "・"));
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        match (self.lang, class) {
            (Lang::En, Class::Removed) => format!("Removed: {each}."),
            (Lang::En, Class::Mended) => format!("Mended: {each}."),
            (Lang::En, _) => format!("{each}."),
            (Lang::Ja, Class::Removed) => format!("{each} を取り除き"),
            (Lang::Ja, Class::Moved) => format!("{total} か所を移し"),
            (Lang::Ja, Class::Edited) => format!("{total} か所を編集し"),
            (Lang::Ja, Class::Mended) => format!("{total} か所を補って読み取り"),
            (Lang::Ja, _) => format!("{total} か所を直し"),
        }
    }

    /// The labels of a class with their counts; rules with the same label are counted together.
    fn counts(&self, class: Class) -> Vec<(&'static str, usize)> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for rule in crate::catalog::RULES
            .iter()
            .filter(|rule| rule.class == class)
        {
            let changes = self
                .report
                .changes
                .iter()
                .filter(|c| c.rule == rule.id)
                .count();
            let mendings = self
                .report
                .mendings
                .iter()
                .filter(|m| m.rule == rule.id)
                .count();
            let label = rule.words(self.lang).label;
            match counts.iter_mut().find(|(known, _)| *known == label) {
                Some((_, count)) => *count += changes + mendings,
                None => counts.push((label, changes + mendings)),
            }
        }
        counts.retain(|&(_, count)| count > 0);
        counts
    }

    fn place(&self, line: u32) -> String {
        match self.lang {
            Lang::En => format!("line {line}"),
            Lang::Ja => format!("{line} 行目"),
        }
    }

    /// Line numbers, shortened if there are too many.
    fn lines(&self, lines: &[u32]) -> String {
        // More line numbers than this do not fit on a line of the terminal.
        const MOST: usize = 16;
        let mut numbers: Vec<String> = lines.iter().take(MOST).map(u32::to_string).collect();
        if lines.len() > MOST {
            numbers.push("…".to_owned());
        }
        let plural = if lines.len() > 1 { "s" } else { "" };
        match self.lang {
            Lang::En => format!("line{plural} {}", numbers.join(", ")),
            Lang::Ja => format!("{} 行目", numbers.join("、")),
        }
    }

    fn place_and_column(&self, line: u32, column: u32) -> String {
        match self.lang {
            Lang::En => format!("line {line}, column {column}"),
            Lang::Ja => format!("{line} 行目 {column} 列目"),
        }
    }

    fn localized(&self, en: &'static str, ja: &'static str) -> &'static str {
        Localized { en, ja }.text(self.lang)
    }
}

/// The names of changes, grouped by the object that contained them; that of the document has no name.
pub(super) fn by_parent<'a>(group: &[&'a Change]) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut parents: Vec<(&str, Vec<&str>)> = Vec::new();
    for change in group {
        let dotted = change.dotted.as_str();
        let (parent, name) = dotted.rsplit_once('.').unwrap_or(("", dotted));
        let place = *places.entry(parent).or_insert_with(|| {
            parents.push((parent, Vec::new()));
            parents.len() - 1
        });
        parents[place].1.push(name);
    }
    parents
}

/// A text cut to what a terminal's line usually holds.
fn shorten(text: &str) -> String {
    cut(text, 80)
}

/// A text cut to at most so many characters.
pub(super) fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(longest - 1).collect();
    short.push('…');
    short
}
