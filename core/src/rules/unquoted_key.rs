//! `unquoted-key`: a key without quotes.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A key without quotes, as JavaScript allows.
pub static UNQUOTED_KEY: Rule = Rule {
    id: "unquoted-key",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char \
        1)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Unquoted key",
        title: "A key without quotes",
        message: "Read a key that has no quotes.",
        why: "JavaScript allows keys without quotes. JSON does not.",
        cure: "taskdef put quotes around the key.",
    },
    ja: words! {
        label: "引用符のないキー",
        title: "キーが引用符で囲まれていません",
        message: "引用符のないキーを、引用符を補って読みました。",
        why: "JavaScript では、キーを引用符なしで書けます。JSON では、\
            キーも必ず「\"」で囲みます。",
        cure: "キーを「\"」で囲みました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: r#"{family:"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
