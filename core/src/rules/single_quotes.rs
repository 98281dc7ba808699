//! `single-quotes`: a string in single quotes or backticks.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Strings as Python and JavaScript write and shells quote them.
pub static SINGLE_QUOTES: Rule = Rule {
    id: "single-quotes",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char \
        1)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-7",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Single quotes",
        title: "Strings in single quotes or backticks",
        message: "Read a string in single quotes or backticks.",
        why: "Python, JavaScript and shell commands use such quotes. \
            JSON strings stand in double quotes only.",
        cure: "taskdef read it as a string. The result has double quotes.",
    },
    ja: words! {
        label: "シングルクォート",
        title: "文字列がシングルクォートかバッククォートで囲まれています",
        message: "シングルクォートかバッククォートで囲まれたところを、文字列として読みました。",
        why: "Python や JavaScript、シェルのコマンドから写すと、この形になります。JSON の文字列を囲めるのは、\
            ダブルクォートだけです。",
        cure: "文字列として読みました。結果ではダブルクォートで囲みます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: "{'family':'batch','containerDefinitions':[{'name':'app','image':'app:1'}]}",
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
