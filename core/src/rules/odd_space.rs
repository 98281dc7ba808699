//! `odd-space`: a space or a mark between tokens that JSON does not know.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// No-break, full-width and zero-width spaces; full-width braces, colons and commas.
pub static ODD_SPACE: Rule = Rule {
    id: "odd-space",
    class: Class::Mended,
    aws: "Invalid JSON: Expecting value: line 1 column 11 (char 10)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Odd space or mark",
        title: "Spaces or marks that JSON does not know",
        message: "Read an odd space or a full-width mark as the plain one.",
        why: "Text copied from a web page carries no-break and zero-width spaces, and an IME \
            types full-width spaces, colons and commas. JSON allows only the plain space, the tab \
            and the line break, and plain marks.",
        cure: "taskdef read them as the plain ones. Those inside strings are kept as they are.",
    },
    ja: words! {
        label: "特殊な空白や記号",
        title: "JSON では使えない空白や記号があります",
        message: "JSON では使えない空白や全角の記号を、ふつうのものとして読みました。",
        why: "Web ページからコピーすると、\
            ノーブレークスペースやゼロ幅スペースが混ざることがあります。\
            IME をオンにしたまま打つと、全角のスペースやコロン、カンマが入ります。\
            JSON で使えるのは、空白なら半角スペース、タブ、改行、記号なら半角のものだけです。",
        cure: "ふつうの空白や記号として読みました。文字列の中のものはそのままです。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family":"#,
        "\u{a0}",
        r#""batch","#,
        "\u{3000}",
        r#""containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    ),
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
