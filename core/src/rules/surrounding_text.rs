//! `surrounding-text`: text before or after the JSON.

use super::{Class, Example, Localized, Rule, Scope, Words};

/// A shell prompt, a Markdown fence or a label line.
pub static SURROUNDING_TEXT: Rule = Rule {
    id: "surrounding-text",
    class: Class::Mended,
    words: Localized {
        en: Words {
            label: "Text around it",
            title: "Text before or after the JSON",
            message: "Left out the text around the JSON.",
            why: "A shell prompt, a Markdown fence or a label line was copied along with the JSON.",
            cure: "taskdef read only the JSON. Check that the JSON itself was copied whole.",
        },
        ja: Words {
            label: "前後の文字",
            title: "JSON の前後に別の文字があります",
            message: "JSON の前後にある別の文字を読み飛ばしました。",
            why: "シェルのプロンプト、Markdown のコードブロックの記号、見出しの行などが、\
                JSON と一緒にコピーされています。",
            cure: "JSON の部分だけを読みました。途中で切れていないか、念のため見てください。",
        },
    },
    aws: "Invalid JSON: Expecting value: line 1 column 1 (char 0)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
    example: Example {
        scope: Scope::Text,
        before: concat!(
            "```json\n",
            r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
            "\n```",
        ),
        after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    },
};
