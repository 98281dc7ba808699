//! `missing-comma`: no comma between two members or elements.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Two members or elements with nothing between them.
pub static MISSING_COMMA: Rule = Rule {
    id: "missing-comma",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting ',' delimiter: line 1 column 19 (char 18)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Missing comma",
        title: "No comma between two items",
        message: "Read as if a comma stood here.",
        why: "A line was added without a comma after the line above it. JSON needs one between \
            any two members or elements.",
        cure: "taskdef put the comma in. Check that no line got lost between the two.",
    },
    ja: words! {
        label: "「,」の抜け",
        title: "要素のあいだに「,」がありません",
        message: "「,」が抜けていたので、補って読みました。",
        why: "行を足したときに、前の行の終わりへ「,」を付け忘れた形です。JSON では、\
            並んだ要素のあいだに「,」が必要です。",
        cure: "「,」を補いました。あいだの行が抜けていないか、念のため見てください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: r#"{"family":"batch" "containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
