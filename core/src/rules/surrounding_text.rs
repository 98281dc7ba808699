//! `surrounding-text`: text before, after or among the JSON that is no part of it.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A shell prompt or command, a Markdown fence, a label line, line numbers, the marks of a diff.
pub static SURROUNDING_TEXT: Rule = Rule {
    id: "surrounding-text",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting value: line 1 column 1 (char 0)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Text around it",
        title: "Text that is no part of the JSON",
        message: "Left out text that is no part of the JSON.",
        why: "A shell prompt or command, a Markdown fence, a label, line numbers, the marks of a \
            diff or a quoted mail, or a terminal’s colours were copied along with the JSON.",
        cure: "taskdef read only the JSON. Check that the JSON itself was copied whole.",
    },
    ja: words! {
        label: "前後の文字",
        title: "JSON ではない文字が混ざっています",
        message: "JSON ではない文字を読み飛ばしました。",
        why: "シェルのプロンプトやコマンド、Markdown のコードブロックの記号、見出し、行番号、\
            差分（diff）やメールの引用の記号、端末の色指定などが、\
            JSON と一緒にコピーされています。",
        cure: "JSON の部分だけを読みました。途中で切れていないか、念のため見てください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        "```json\n",
        r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
        "\n```",
    ),
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
