//! Findings for a terminal: what, where with the line of the paste, why, and what to do.

use std::collections::BTreeSet;
use std::fmt::Write;

use taskdef_core::Lang;
use taskdef_core::escape;
use taskdef_core::report::{Finding, Paint, Report, Severity, Style};

use super::Checked;
use crate::paint::{self, Stream};
use crate::render::snippet::{carets, source_line};

pub(crate) fn render(checked: &[Checked], lang: Lang) -> String {
    let paint = paint::Paint::for_stream(Stream::Stdout).function();
    let mut out = Text {
        lang,
        paint,
        out: String::new(),
        explained: BTreeSet::new(),
    };
    for one in checked {
        match &one.outcome {
            Ok(report) => out.file(&one.file, report, one.fixed),
            Err(error) => {
                let word = (out.paint)(Style::Error, Severity::Error.word(lang));
                out.line(&format!("{word}: {}", escape(&error.message(lang))));
                out.out.push_str(&source_line(&one.file, error));
                out.line("");
            }
        }
    }
    out.out
}

struct Text {
    lang: Lang,
    paint: Paint,
    out: String,
    /// Rules whose reason was already printed.
    explained: BTreeSet<&'static str>,
}

impl Text {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn file(&mut self, file: &str, report: &Report, fixed: usize) {
        for finding in &report.findings {
            self.finding(file, finding);
        }
        for more in &report.more {
            let text = (self.paint)(Style::Quiet, &more.text(self.lang));
            self.line(&text);
        }
        let file = escape(file);
        let (style, verdict) = self.verdict(report);
        let mut verdict = (self.paint)(style, &verdict);
        if fixed > 0 {
            let _ = match self.lang {
                Lang::En => write!(verdict, ", {fixed} fixed"),
                Lang::Ja => write!(verdict, "（{fixed} 件を直しました）"),
            };
        }
        self.line(&format!("{file}: {verdict}"));
    }

    fn finding(&mut self, file: &str, finding: &Finding) {
        let style = match finding.severity {
            Severity::Error => Style::Error,
            Severity::Warning => Style::Warning,
            Severity::Advice => Style::Heading,
        };
        let word = (self.paint)(style, finding.severity.word(self.lang));
        let id = (self.paint)(Style::Quiet, &format!("[{}]", finding.rule));
        self.line(&format!("{word}: {} {id}", escape(&finding.message)));
        let number = finding.position.map(|p| p.line.to_string());
        let margin = " ".repeat(number.as_ref().map_or(1, String::len));
        let place = match finding.position {
            Some(p) => format!("{}:{}:{}", escape(file), p.line, p.column),
            None => escape(file).into_owned(),
        };
        let at = match finding.dotted.as_str() {
            "" => String::new(),
            dotted => format!("  {dotted}"),
        };
        self.line(&format!("{margin}--> {place}{at}"));
        if let (Some(number), Some(line)) = (&number, &finding.excerpt) {
            let (gap, carets) = carets(&line.text, line.column, line.length);
            let caret = (self.paint)(style, &carets);
            self.line(&format!("{margin} |"));
            self.line(&format!("{number} | {}", line.text));
            self.line(&format!("{margin} | {gap}{caret}"));
        }
        let first = self.explained.insert(finding.rule);
        if first {
            self.note(&margin, "why", "理由", finding.why);
        }
        self.note(&margin, "do", "対処", finding.cure);
        if let Some(fix) = finding.fix.as_ref().filter(|fix| fix.safe) {
            self.note(&margin, "--fix", "--fix", fix.title);
        }
        if first {
            self.note(&margin, "see", "参照", finding.source);
        }
        self.line("");
    }

    fn note(&mut self, margin: &str, en: &str, ja: &str, text: &str) {
        let label = match self.lang {
            Lang::En => format!("= {en}:"),
            Lang::Ja => format!("= {ja}："),
        };
        let space = match self.lang {
            Lang::En => " ",
            Lang::Ja => "",
        };
        let label = (self.paint)(Style::Quiet, &label);
        self.line(&format!("{margin} {label}{space}{text}"));
    }

    fn verdict(&self, report: &Report) -> (Style, String) {
        let count = |severity| report.count(severity);
        let kinds = [
            (Severity::Error, "error", "エラー"),
            (Severity::Warning, "warning", "注意"),
            (Severity::Advice, "piece of advice", "助言"),
        ];
        let counts = kinds.into_iter().filter_map(|(severity, en, ja)| {
            match (self.lang, count(severity), severity) {
                (_, 0, _) => None,
                (Lang::En, 1, _) => Some(format!("1 {en}")),
                (Lang::En, n, Severity::Advice) => Some(format!("{n} pieces of advice")),
                (Lang::En, n, _) => Some(format!("{n} {en}s")),
                (Lang::Ja, n, _) => Some(format!("{ja} {n} 件")),
            }
        });
        let counts: Vec<String> = counts.collect();
        let style = match report.worst() {
            Some(Severity::Error) => Style::Error,
            Some(Severity::Warning) => Style::Warning,
            _ => Style::Good,
        };
        let none = || match self.lang {
            Lang::En => "nothing found".to_owned(),
            Lang::Ja => "指摘はありません".to_owned(),
        };
        let text = match (self.lang, counts.is_empty()) {
            (_, true) => none(),
            (Lang::En, _) => counts.join(", "),
            (Lang::Ja, _) => counts.join("、"),
        };
        (style, text)
    }
}
