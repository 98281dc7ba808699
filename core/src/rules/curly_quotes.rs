//! `curly-quotes`: a string in typographic quotes.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Quotes from a word processor or a chat.
pub static CURLY_QUOTES: Rule = Rule {
    id: "curly-quotes",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char \
        1)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-7",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Curly quotes",
        title: "Strings in curly quotes",
        message: "Read a string in curly quotes.",
        why: "Word processors and chat tools turn straight quotes into curly ones. JSON knows \
            only the straight double quote.",
        cure: "taskdef read it as a string. The result has straight quotes; quotes inside \
            strings are kept as they are.",
    },
    ja: words! {
        label: "スマート引用符",
        title: "文字列がスマート引用符（“ ”）で囲まれています",
        message: "スマート引用符（“ ”）で囲まれたところを、文字列として読みました。",
        why: "ワープロソフトやチャットは、引用符を自動でスマート引用符に変えることがあります。\
            JSON の文字列を囲めるのは、半角の「\"」だけです。",
        cure: "文字列として読みました。結果では「\"」で囲みます。\
            文字列の中の引用符はそのままです。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: r#"{“family”:“batch”,"containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
