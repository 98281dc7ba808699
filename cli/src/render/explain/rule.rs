//! Rules for a terminal.

use std::fmt::Write;

use taskdef_core::catalog::{RULES, also, evidence, is_check};
use taskdef_core::escape;
use taskdef_core::evidence::{Evidence, EvidenceKind};
use taskdef_core::explain::{CLASSES, class_title};
use taskdef_core::report::{Paint, Style};
use taskdef_core::rule::{Rule, Scope};
use taskdef_core::{Lang, Localized};

/// All rules, grouped by their class.
const HOW_TO_GO_ON: Localized = Localized {
    en: "`taskdef explain RULE` says why, with an example; `taskdef explain FIELD`, what AWS takes \
         there; `taskdef explain 'ERROR'`, what an error of AWS means and what to do.\n",
    ja: "`taskdef explain RULE` で理由と例を、`taskdef explain FIELD` で項目に指定できる値を、\
         `taskdef explain 'ERROR'` で AWS のエラーの意味と対処を表示します。\n",
};

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
    out.push_str(HOW_TO_GO_ON.text(lang));
    out
}

/// One rule: what, why, what to do, what AWS says or other evidence, an example, the source.
pub(super) fn text(rule: &Rule, lang: Lang, paint: Paint) -> String {
    let words = rule.words(lang);
    let say = |en, ja| Localized { en, ja }.text(lang);
    let title = paint(Style::Heading, words.title);
    let id = paint(Style::Quiet, &format!("[{}]", rule.id));
    let mut out = format!("{title} {id}\n{}\n", class_title(rule.class, lang));
    let _ = write!(out, "\n{}\n\n{}\n", words.why, words.cure);
    let evidence = evidence(rule);
    if !evidence.is_empty() {
        let heading = say("Evidence:", "根拠：");
        let _ = writeln!(out, "\n{heading}");
        for piece in evidence {
            let _ = writeln!(out, "{}", proof(piece, lang));
        }
    } else if !rule.aws.is_empty() {
        let heading = say("AWS would have said:", "AWS の応答：");
        let _ = write!(out, "\n{heading}\n{}", indented(rule.aws, lang));
    }
    let also = also(rule);
    if !also.is_empty() {
        let heading = say("Others call it: ", "ほかのツールでの ID：");
        let _ = writeln!(out, "\n{heading}{}", also.join(", "));
    }
    let (before, after) = headings(rule, lang);
    let _ = write!(
        out,
        "\n{before}\n{}{after}\n{}",
        indented(rule.example().before, lang),
        indented(rule.example().after, lang),
    );
    let source = say("Source: ", "出典：");
    let _ = writeln!(out, "\n{source}{}", rule.source);
    out
}

/// A piece of evidence on one line: who says it, what, and where.
fn proof(piece: &Evidence, lang: Lang) -> String {
    let Evidence { quote, source, .. } = piece;
    let (en, ja) = match piece.kind {
        EvidenceKind::Refusal => ("AWS refused it", "AWS のエラー"),
        EvidenceKind::Reference => ("AWS’s documentation", "AWS のドキュメント"),
        EvidenceKind::CannotRun => ("The container can’t run", "コンテナが起動しないことの根拠"),
    };
    match lang {
        Lang::En => format!("  {en}: “{quote}” ({source})"),
        Lang::Ja => format!("  {ja}：「{quote}」（{source}）"),
    }
}

/// The headings of the two sides of the example.
fn headings(rule: &Rule, lang: Lang) -> (String, &'static str) {
    let say = |en, ja| Localized { en, ja }.text(lang);
    let (before, after) = if is_check(rule) {
        (say("Wrong", "誤り"), say("Right:", "正しい例："))
    } else {
        (say("Before", "変換前"), say("After:", "変換後："))
    };
    let place = match rule.example().scope {
        Scope::Task => "",
        Scope::Container => say(", in a container", "（コンテナの中）"),
        Scope::Fargate => say(", in a task for Fargate", "（Fargate のタスク）"),
        Scope::FargateContainer => {
            say(", in a container for Fargate", "（Fargate のコンテナの中）")
        }
        Scope::Text => say(", the whole text", "（全文）"),
    };
    let colon = say(":", "：");
    (format!("{before}{place}{colon}"), after)
}

/// A text with its lines set in and its control characters shown.
fn indented(text: &str, lang: Lang) -> String {
    if text.is_empty() {
        let nothing = Localized {
            en: "  (nothing)\n",
            ja: "  （なし）\n",
        };
        return nothing.text(lang).to_owned();
    }
    let lines = text.split('\n').map(|line| format!("  {}\n", escape(line)));
    lines.collect()
}
