//! `odd-space`: a space between tokens that is not JSON white space.

use super::{Class, Example, Localized, Rule, Scope, Words};

/// No-break, full-width and zero-width spaces.
pub static ODD_SPACE: Rule = Rule {
    id: "odd-space",
    class: Class::Mended,
    words: Localized {
        en: Words {
            label: "Odd space",
            title: "Spaces that JSON does not know",
            message: "Read an odd space as a plain one.",
            why: "Text copied from a web page carries no-break and zero-width spaces, and an IME \
                types full-width ones. They look like spaces, but JSON allows only the plain space, \
                the tab and the line break.",
            cure: "taskdef read them as plain spaces. Spaces inside strings are kept as they are.",
        },
        ja: Words {
            label: "特殊な空白",
            title: "JSON では使えない空白があります",
            message: "JSON では使えない空白を、ふつうの空白として読みました。",
            why: "Web ページからコピーすると、\
                ノーブレークスペースやゼロ幅スペースが混ざることがあります。\
                IME をオンにしたまま打つと、全角スペースが入ります。JSON で空白として使えるのは、\
                半角スペース、タブ、改行だけです。",
            cure: "ふつうの空白として読みました。文字列の中の空白はそのままです。",
        },
    },
    aws: "Invalid JSON: Expecting value: line 1 column 11 (char 10)",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
    example: Example {
        scope: Scope::Text,
        before: concat!(
            r#"{"family":"#,
            "\u{a0}",
            r#""batch","#,
            "\u{3000}",
            r#""containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
        ),
        after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    },
};
