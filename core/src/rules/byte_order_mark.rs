//! `byte-order-mark`: U+FEFF before the JSON.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// The mark that Windows tools write before a text.
pub static BYTE_ORDER_MARK: Rule = Rule {
    id: "byte-order-mark",
    class: Class::Mended,
    aws: "Invalid JSON: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "BOM",
        title: "A byte order mark stands before the JSON",
        message: "Read past a byte order mark at the start.",
        why: "Windows editors and PowerShell put this invisible mark before UTF-8 text. The AWS \
            CLI does not read a file that starts with it.",
        cure: "taskdef left the mark out. The result has none.",
    },
    ja: words! {
        label: "BOM",
        title: "JSON の先頭に BOM があります",
        message: "先頭の BOM を読み飛ばしました。",
        why: "Windows のエディターや PowerShell は、UTF-8 の文章の先頭に、\
            目に見えない BOM を付けることがあります。AWS CLI は、\
            BOM で始まるファイルを読めません。",
        cure: "BOM を外して読みました。結果には付きません。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        "\u{feff}",
        r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    ),
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
