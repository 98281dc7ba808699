//! `control-character`: a raw control character in a string.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A tab or a line break inside quotes, read as its escape.
pub static CONTROL_CHARACTER: Rule = Rule {
    id: "control-character",
    class: Class::Mended,
    aws: "Invalid JSON: Invalid control character at: line 1 column 86 (char 85)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-7",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Control character",
        title: "A raw control character in a string",
        message: "Read a raw control character in a string as its escape.",
        why: "A tab or a line break was typed or pasted straight into a string. JSON wants an \
            escape such as `\\t` or `\\n`.",
        cure: "taskdef wrote the escape. The value is the same.",
    },
    ja: words! {
        label: "制御文字",
        title: "文字列の中に制御文字があります",
        message: "文字列の中の制御文字を、エスケープとして読みました。",
        why: "タブや改行が、文字列の中にそのまま入っています。JSON では、\
            `\\t` や `\\n` のようなエスケープで書きます。",
        cure: "エスケープに置き換えました。文字列の値は変わりません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1","command":["a"#,
        "\t",
        r#"b"]}]}"#,
    ),
    after: concat!(
        r#"{"family":"batch","containerDefinitions":[{"name":"app","#,
        r#""image":"app:1","command":["a\tb"]}]}"#,
    ),
};
