//! `utf-16`: a file in UTF-16.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// The encoding that `>` in older Windows shells writes. A text alone cannot show it.
pub static UTF_16: Rule = Rule {
    id: "utf-16",
    class: Class::Mended,
    aws: "Unable to load paramfile (…), text contents could not be decoded.",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "UTF-16",
        title: "The file is in UTF-16, not UTF-8",
        message: "Read the file as UTF-16; the result is in UTF-8.",
        why: "“>” in Windows PowerShell 5 writes UTF-16. The AWS CLI cannot decode such a file.",
        cure: "taskdef decoded the file. To write UTF-8 from the start, use `-o FILE` instead of \
            “>”.",
    },
    ja: words! {
        label: "UTF-16",
        title: "ファイルの文字コードが UTF-16 です",
        message: "UTF-16 として読みました。結果は UTF-8 です。",
        why: "Windows PowerShell 5 の「>」は、ファイルを UTF-16 で書き出します。AWS CLI は、\
            このファイルを読めません。",
        cure: "UTF-16 として読みました。結果は UTF-8 です。「>」の代わりに `-o FILE` を使うと、\
            はじめから UTF-8 で書き出せます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
