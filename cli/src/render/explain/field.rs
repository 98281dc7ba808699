//! Fields for a terminal.

use std::fmt::Write;

use taskdef_core::explain::{Field, FieldMeaning, Value};
use taskdef_core::report::{Paint, Style};
use taskdef_core::{Lang, Localized, escape};

/// One field: its path, what the value that was asked about means, what it is, its type, whether it is
/// required, its values, the source.
pub(super) fn text(field: &Field, lang: Lang, paint: Paint) -> String {
    let say = |en, ja| Localized { en, ja }.text(lang);
    let meaning = field.meaning(lang);
    let asked = field.asked();
    let heading = match asked {
        Some(value) => format!("{} = {}", field.path, escape(value)),
        None => field.path.clone(),
    };
    let mut out = paint(Style::Heading, &heading) + "\n";
    if let Some(said) = &meaning.value_meaning {
        let _ = writeln!(out, "  {}\n", escape(said));
    }
    let _ = writeln!(out, "  {}", meaning.text);
    match &field.value {
        None => {
            let about = say(
                "read-only: AWS assigns it, and convert removes it [read-only-field]",
                "読み取り専用：AWS が付ける値で、convert が取り除きます [read-only-field]",
            );
            let _ = writeln!(out, "  {about}");
        }
        Some(value) => {
            let kind = kind(value, lang);
            let required = if field.required {
                say("required", "必須")
            } else {
                say("optional", "省略可")
            };
            let comma = say(", ", "、");
            let _ = writeln!(out, "  {kind}{comma}{required}");
            if field.deprecated {
                let retired = say("deprecated by AWS", "AWS が非推奨としています");
                let _ = writeln!(out, "  {}", paint(Style::Warning, retired));
            }
            let words = asked.is_none() && !meaning.words.is_empty();
            details(&mut out, value, !words, lang);
            if words {
                out += &said_words(&meaning, lang);
            }
            out += &sizes(&meaning, lang);
        }
    }
    let _ = writeln!(out, "  {}", paint(Style::Quiet, &field.source));
    out
}

/// Each word that AWS allows, with what it means.
fn said_words(meaning: &FieldMeaning, lang: Lang) -> String {
    let heading = Localized {
        en: "  one of:\n",
        ja: "  次のいずれか：\n",
    };
    let mut out = heading.text(lang).to_owned();
    for word in &meaning.words {
        let _ = match lang {
            Lang::En => writeln!(out, "    {}: {}", word.value, word.text),
            Lang::Ja => writeln!(out, "    {}：{}", word.value, word.text),
        };
    }
    out
}

/// What Fargate lets go together, if it is about a size.
fn sizes(meaning: &FieldMeaning, lang: Lang) -> String {
    if meaning.fargate_sizes.is_empty() {
        return String::new();
    }
    let heading = Localized {
        en: "  what goes together on Fargate:\n",
        ja: "  Fargate で選べる組み合わせ：\n",
    };
    let mut out = heading.text(lang).to_owned();
    for size in &meaning.fargate_sizes {
        let _ = writeln!(out, "    \"{}\" = {}", size.cpu, size.words);
    }
    out
}

fn kind(value: &Value, lang: Lang) -> String {
    let element = value.element.as_ref().map(|element| kind(element, lang));
    let element = element.unwrap_or_default();
    let name = value.structure.unwrap_or_default();
    match (lang, value.kind) {
        (Lang::En, "object") => format!("object ({name})"),
        (Lang::En, "array") => format!("list of {element}"),
        (Lang::En, "map") => format!("object with keys of your own, each value: {element}"),
        (Lang::Ja, "object") => format!("オブジェクト（{name}）"),
        (Lang::Ja, "array") => format!("{element}のリスト"),
        (Lang::Ja, "map") => format!("キーを自由に決められるオブジェクト（値は{element}）"),
        (Lang::Ja, "string") => "文字列".to_owned(),
        (Lang::Ja, "integer") => "整数".to_owned(),
        (Lang::Ja, "boolean") => "真偽値".to_owned(),
        (_, kind) => kind.to_owned(),
    }
}

/// What limits a value and its elements, a line each; its words if asked for.
fn details(out: &mut String, value: &Value, with_words: bool, lang: Lang) {
    if let Some(limits) = limits(value, lang) {
        let _ = writeln!(out, "  {limits}");
    }
    if with_words && !value.values.is_empty() {
        let values = value.values.join(", ");
        let _ = match lang {
            Lang::En => writeln!(out, "  one of: {values}"),
            Lang::Ja => writeln!(out, "  次のいずれか：{values}"),
        };
    }
    if let Some(pattern) = value.pattern {
        let _ = match lang {
            Lang::En => writeln!(out, "  matches: {pattern}"),
            Lang::Ja => writeln!(out, "  形式：{pattern}"),
        };
    }
    if !value.members.is_empty() {
        let required = Localized {
            en: " (required)",
            ja: "（必須）",
        };
        let required = required.text(lang);
        let members = value.members.iter().map(|member| {
            let mark = if value.required.contains(member) {
                required
            } else {
                ""
            };
            format!("{member}{mark}")
        });
        let members = members.collect::<Vec<_>>().join(", ");
        let _ = match (lang, value.union) {
            (Lang::En, true) => writeln!(out, "  exactly one of: {members}"),
            (Lang::En, false) => writeln!(out, "  members: {members}"),
            (Lang::Ja, true) => writeln!(out, "  次のうち 1 つだけを指定：{members}"),
            (Lang::Ja, false) => writeln!(out, "  項目：{members}"),
        };
    }
    if let Some(element) = &value.element {
        details(out, element, with_words, lang);
    }
}

fn limits(value: &Value, lang: Lang) -> Option<String> {
    let range = match (lang, value.min, value.max) {
        (_, None, None) => return None,
        (_, Some(min), Some(max)) => format!("{min}–{max}"),
        (Lang::En, Some(min), None) => format!("at least {min}"),
        (Lang::En, None, Some(max)) => format!("at most {max}"),
        (Lang::Ja, Some(min), None) => format!("{min} 以上"),
        (Lang::Ja, None, Some(max)) => format!("{max} 以下"),
    };
    Some(match (lang, value.kind) {
        (Lang::En, "string") => format!("{range} characters"),
        (Lang::En, "array") => format!("{range} elements"),
        (Lang::Ja, "string") => format!("文字数：{range}"),
        (Lang::Ja, "array") => format!("要素数：{range}"),
        (Lang::Ja, _) => format!("範囲：{range}"),
        (Lang::En, _) => range,
    })
}
