//! The report as Markdown, to pass on in a pull request: what was edited and is still open by name, and
//! no value that a log may not show.

use std::fmt::Write as _;

use super::text::{by_parent, cut};
use super::{Change, Finding, Report, Severity};
use crate::escape::escape;
use crate::lang::{Lang, Localized};
use crate::mask;
use crate::rule::{Class, Rule};

/// Places that are listed of one rule; the others are counted. A pull request holds 65,536 characters.
const MOST: usize = 40;

/// Characters of a value that are shown.
const LONGEST: usize = 300;

const TITLE: Localized = Localized {
    en: "Task definition",
    ja: "タスク定義",
};
const EDITED: Localized = Localized {
    en: "Edited",
    ja: "編集した箇所",
};
const OPEN: Localized = Localized {
    en: "Still to check",
    ja: "確認が必要な点",
};
const NOTHING_OPEN: Localized = Localized {
    en: "Nothing is left to check.",
    ja: "確認が必要な点は残っていません。",
};
const KEPT: Localized = Localized {
    en: "Seen, and kept as it is",
    ja: "確認のうえ、そのままにした点",
};
const FIXED: Localized = Localized {
    en: "Fixed",
    ja: "直した箇所",
};
const REMOVED: Localized = Localized {
    en: "Removed before registering",
    ja: "登録の前に取り除いた項目",
};
const HIDDEN: Localized = Localized {
    en: "changed; its value is not shown here",
    ja: "変更（値は載せていません）",
};
const ADDED: Localized = Localized {
    en: "added",
    ja: "追加",
};
const TAKEN: Localized = Localized {
    en: "removed",
    ja: "削除",
};

/// The report of a conversion as Markdown. `is_kept` tells which findings somebody has seen and keeps.
/// Values stand in it where the report itself shows them to a log: make the report without
/// [`Options::show_values`](crate::Options::show_values).
#[must_use]
pub fn markdown(report: &Report, lang: Lang, is_kept: &dyn Fn(&Finding) -> bool) -> String {
    let mut out = Markdown {
        lang,
        out: String::new(),
    };
    let family = report.family.as_deref().map(code).unwrap_or_default();
    let _ = writeln!(out.out, "## {} {family}", TITLE.text(lang));
    let _ = writeln!(out.out, "\n{}", super::summary(report, lang));
    out.changes(EDITED, &of(report, |class| class == Class::Edited));
    let (kept, open): (Vec<_>, Vec<_>) = report.findings.iter().partition(|it| is_kept(it));
    let counted: usize = report.more.iter().map(|more| more.count).sum();
    if out.heading(OPEN, open.len() + counted) {
        out.findings(&open);
        for more in &report.more {
            let _ = writeln!(out.out, "- {}", more.text(lang));
        }
    } else {
        let _ = writeln!(out.out, "\n{}", NOTHING_OPEN.text(lang));
    }
    if out.heading(KEPT, kept.len()) {
        out.findings(&kept);
    }
    let fixed = |class| matches!(class, Class::Repaired | Class::Moved);
    out.changes(FIXED, &of(report, fixed));
    out.removed(&of(report, |class| class == Class::Removed));
    let _ = writeln!(out.out, "\n{}, botocore {}", report.tool, report.model);
    out.out
}

fn of(report: &Report, wanted: impl Fn(Class) -> bool) -> Vec<&Change> {
    let changes = report.changes.iter();
    changes.filter(|it| wanted(it.about.class)).collect()
}

struct Markdown {
    lang: Lang,
    out: String,
}

impl Markdown {
    /// A heading with how many there are, unless there are none.
    fn heading(&mut self, title: Localized, count: usize) -> bool {
        if count > 0 {
            let title = title.text(self.lang);
            let _ = writeln!(self.out, "\n### {title} ({count})\n");
        }
        count > 0
    }

    /// Each change with what it was and is, as far as that may be shown.
    fn changes(&mut self, title: Localized, changes: &[&Change]) {
        if !self.heading(title, changes.len()) {
            return;
        }
        for change in changes.iter().take(MOST) {
            let value = self.value(change);
            let _ = write!(self.out, "- {}: {value}", code(&change.dotted));
            let _ = match change.about.class {
                Class::Edited => writeln!(self.out),
                _ => writeln!(self.out, " ({})", rule(change.about)),
            };
        }
        self.rest(changes.len());
    }

    /// What a value was and is, as far as it may be shown.
    fn value(&self, change: &Change) -> String {
        let hidden = |json: &str| json.trim_matches('"') == mask::MASK;
        let shown = |json: &str| code(&cut(json, LONGEST));
        match (&change.before, &change.after) {
            (_, None) => TAKEN.text(self.lang).to_owned(),
            (None, Some(after)) if after.starts_with('{') => ADDED.text(self.lang).to_owned(),
            (None, Some(after)) => format!("{}: {}", ADDED.text(self.lang), shown(after)),
            (Some(before), Some(after)) if hidden(before) || hidden(after) => {
                HIDDEN.text(self.lang).to_owned()
            }
            (Some(before), Some(after)) => format!("{} → {}", shown(before), shown(after)),
        }
    }

    /// What was removed, by rule.
    fn removed(&mut self, changes: &[&Change]) {
        if !self.heading(REMOVED, changes.len()) {
            return;
        }
        for (about, group) in by_rule(changes.iter().map(|change| (change.about, *change))) {
            let (label, count) = (about.words(self.lang).label, group.len());
            let _ = writeln!(self.out, "- {label} {count} ({})", rule(about));
            for (parent, names) in by_parent(&group[..count.min(MOST)]) {
                let names: Vec<String> = names.into_iter().map(code).collect();
                let names = names.join(self.comma());
                let _ = match parent {
                    "" => writeln!(self.out, "  - {names}"),
                    parent => writeln!(self.out, "  - {}: {names}", code(parent)),
                };
            }
            if count > MOST {
                let _ = writeln!(self.out, "  - {}", self.more(count - MOST));
            }
        }
    }

    /// Findings by rule, the worst first, with where they are.
    fn findings(&mut self, findings: &[&Finding]) {
        let mut groups = by_rule(findings.iter().map(|finding| (finding.about, *finding)));
        let severity = |group: &[&Finding]| group.iter().map(|it| it.severity).max();
        groups.sort_by_key(|(_, group)| std::cmp::Reverse(severity(group)));
        for (about, group) in groups {
            let severity = severity(&group).unwrap_or(Severity::Advice).word(self.lang);
            let title = about.words(self.lang).title;
            let places = group.iter().map(|finding| self.place(finding));
            let places = self.places(places, group.len());
            let rule = rule(about);
            let _ = writeln!(self.out, "- **{severity}** {title} ({rule}): {places}");
        }
    }

    fn place(&self, finding: &Finding) -> String {
        let path = match finding.dotted.as_str() {
            "" => String::new(),
            dotted => code(dotted),
        };
        match (finding.position.map(|at| at.line), self.lang) {
            (None, _) => path,
            (Some(line), Lang::En) => format!("{path} (line {line})").trim_start().to_owned(),
            (Some(line), Lang::Ja) => format!("{path}（{line} 行目）"),
        }
    }

    /// The first places, and how many more there are.
    fn places(&self, places: impl Iterator<Item = String>, count: usize) -> String {
        let mut places: Vec<String> = places.take(MOST).collect();
        if count > MOST {
            places.push(self.more(count - MOST));
        }
        places.join(self.comma())
    }

    fn comma(&self) -> &'static str {
        match self.lang {
            Lang::En => ", ",
            Lang::Ja => "、",
        }
    }

    fn rest(&mut self, count: usize) {
        if count > MOST {
            let more = self.more(count - MOST);
            let _ = writeln!(self.out, "- {more}");
        }
    }

    fn more(&self, count: usize) -> String {
        match self.lang {
            Lang::En => format!("and {count} others"),
            Lang::Ja => format!("ほか {count} 項目"),
        }
    }
}

/// Groups in the order in which their rules come first.
fn by_rule<'a, T>(
    all: impl Iterator<Item = (&'static Rule, &'a T)>,
) -> Vec<(&'static Rule, Vec<&'a T>)> {
    let mut groups: Vec<(&'static Rule, Vec<&'a T>)> = Vec::new();
    for (rule, one) in all {
        match groups.iter_mut().find(|(known, _)| known.id == rule.id) {
            Some((_, group)) => group.push(one),
            None => groups.push((rule, vec![one])),
        }
    }
    groups
}

/// A rule's id as a link to its source.
fn rule(rule: &Rule) -> String {
    format!("[`{}`]({})", rule.id, rule.source)
}

/// A text as code, whatever backticks are in it.
fn code(text: &str) -> String {
    let text = escape(text);
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn code_holds_any_name() {
        assert_eq!(code("cpu"), "`cpu`");
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
