//! Rules for a terminal.

use std::fmt::Write;

use taskdef_core::Lang;
use taskdef_core::catalog::{RULES, is_check};
use taskdef_core::escape;
use taskdef_core::explain::{CLASSES, class_title};
use taskdef_core::report::{Paint, Style};
use taskdef_core::rule::{Rule, Scope};

/// All rules, grouped by their class.
pub(super) fn table(lang: Lang, paint: Paint) -> String {
    let longest = RULES.iter().map(|rule| rule.id.len()).max();
    let width = longest.unwrap_or_default();
    let mut out = String::new();
    for class in CLASSES {
        let rules = RULES.iter().filter(|rule| rule.class == class);
        let title = paint(Style::Heading, class_title(class, lang));
        let _ = writeln!(out, "{title}");
        for rule in rules {
            let title = rule.words(lang).title;
            let _ = writeln!(out, "  {:<width$}  {title}", rule.id);
        }
        out.push('\n');
    }
    out.push_str(match lang {
        Lang::En => {
            "`taskdef explain RULE` says why, with an example; `taskdef explain FIELD`, what AWS takes \
             there.\n"
        }
        Lang::Ja => {
            "`taskdef explain RULE` で理由と例を、`taskdef explain FIELD` で項目に指定できる値を表示します。\n"
        }
    });
    out
}

/// One rule: what, why, what to do, what AWS says, an example, the source.
pub(super) fn text(rule: &Rule, lang: Lang, paint: Paint) -> String {
    let words = rule.words(lang);
    let say = |en: &'static str, ja: &'static str| match lang {
        Lang::En => en,
        Lang::Ja => ja,
    };
    let title = paint(Style::Heading, words.title);
    let id = paint(Style::Quiet, &format!("[{}]", rule.id));
    let mut out = format!("{title} {id}\n{}\n", class_title(rule.class, lang));
    let _ = write!(out, "\n{}\n\n{}\n", words.why, words.cure);
    if !rule.aws.is_empty() {
        let heading = say("AWS would have said:", "AWS の応答：");
        let _ = write!(out, "\n{heading}\n{}", indented(rule.aws, lang));
    }
    let (before, after) = headings(rule, lang);
    let _ = write!(
        out,
        "\n{before}\n{}{after}\n{}",
        indented(rule.example.before, lang),
        indented(rule.example.after, lang),
    );
    let source = say("Source: ", "出典：");
    let _ = writeln!(out, "\n{source}{}", rule.source);
    out
}

/// The headings of the two sides of the example.
fn headings(rule: &Rule, lang: Lang) -> (String, &'static str) {
    let (before, after) = match (lang, is_check(rule)) {
        (Lang::En, false) => ("Before", "After:"),
        (Lang::En, true) => ("Wrong", "Right:"),
        (Lang::Ja, false) => ("変換前", "変換後："),
        (Lang::Ja, true) => ("誤り", "正しい例："),
    };
    let place = match (lang, rule.example.scope) {
        (_, Scope::Task) => "",
        (Lang::En, Scope::Container) => ", in a container",
        (Lang::En, Scope::Fargate) => ", in a task for Fargate",
        (Lang::En, Scope::FargateContainer) => ", in a container for Fargate",
        (Lang::En, Scope::Text) => ", the whole text",
        (Lang::Ja, Scope::Container) => "（コンテナの中）",
        (Lang::Ja, Scope::Fargate) => "（Fargate のタスク）",
        (Lang::Ja, Scope::FargateContainer) => "（Fargate のコンテナの中）",
        (Lang::Ja, Scope::Text) => "（全文）",
    };
    let colon = match lang {
        Lang::En => ':',
        Lang::Ja => '：',
    };
    (format!("{before}{place}{colon}"), after)
}

/// A text with its lines set in and its control characters shown.
fn indented(text: &str, lang: Lang) -> String {
    if text.is_empty() {
        return match lang {
            Lang::En => "  (nothing)\n".to_owned(),
            Lang::Ja => "  （なし）\n".to_owned(),
        };
    }
    let lines = text.split('\n').map(|line| format!("  {}\n", escape(line)));
    lines.collect()
}
