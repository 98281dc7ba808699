//! `bare-word`: a value without quotes.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A variable, a template placeholder or an image, read as a string.
pub static BARE_WORD: Rule = Rule {
    id: "bare-word",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting value: line 1 column 11 (char 10)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-3",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Unquoted value",
        title: "A value without quotes",
        message: "Read a value without quotes as a string.",
        why: "A variable or a template mark such as `$VAR`, `env.X` or `<NAME>` was not filled \
            in, or the quotes were forgotten. JSON has no such value.",
        cure: "taskdef put quotes around it. If a value was to be filled in here, check this \
            line of the result.",
    },
    ja: words! {
        label: "引用符のない値",
        title: "値が引用符で囲まれていません",
        message: "引用符のない値を、文字列として読みました。",
        why: "`$VAR`、`env.X`、`<NAME>` のような変数やプレースホルダーが値に置き換わっていないか、\
            引用符を書き忘れています。JSON では、このような値を書けません。",
        cure: "値を「\"」で囲みました。あとで値に置き換えるつもりだったなら、\
            結果のこの行を確かめてください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: r#"{"family":batch,"containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
