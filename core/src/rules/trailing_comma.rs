//! `trailing-comma`: a comma after the last member or element.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A comma before the closing bracket of a list or an object.
pub static TRAILING_COMMA: Rule = Rule {
    id: "trailing-comma",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 75 \
        (char 74)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Extra comma",
        title: "A comma after the last item",
        message: "Skipped the comma after the last item.",
        why: "The comma stays behind when the last line is deleted by hand. JavaScript allows \
            it; JSON does not.",
        cure: "taskdef read on without the comma.",
    },
    ja: words! {
        label: "末尾の「,」",
        title: "最後の要素のあとに「,」があります",
        message: "末尾の余分な「,」を読み飛ばしました。",
        why: "最後の行を手で消すと、その前の行の「,」が残ります。JavaScript では許されますが、\
            JSON では許されません。",
        cure: "余分な「,」を読み飛ばしました。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}],}"#,
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
