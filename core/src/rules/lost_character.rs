//! `lost-character`: U+FFFD, or a surrogate without its pair, in a key or a value.

use super::{Class, Example, Localized, Rule, Scope, words};

/// A character that was lost before the text came here; what is left of it is kept byte for byte.
pub static LOST_CHARACTER: Rule = Rule {
    id: "lost-character",
    class: Class::Warning,
    words: Localized {
        en: words! {
            label: "Lost character",
            title: "A character that was lost",
            message: "{path} holds {reason}.",
            why: "A program that cut or decoded the text before it came here lost a character. What \
                AWS makes of half a character is not defined.",
            cure: "Write the character again, or copy the text from where it is still whole.",
        },
        ja: words! {
            label: "文字の欠落",
            title: "失われた文字があります",
            message: "{path} に {reason} があります。",
            why: "テキストを切ったりデコードしたりしたプログラムが、文字を失わせました。\
                文字の半分を AWS がどう扱うかは決まっていません。",
            cure: "文字を書き直すか、元のテキストからコピーし直してください。",
        },
    },
    aws: "",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-8.2",
    example: Example {
        scope: Scope::Container,
        before: r#""command": ["K�ln"]"#,
        after: r#""command": ["K�ln"]"#,
    },
};

/// U+FFFD itself.
pub(crate) static REPLACEMENT: Localized = Localized {
    en: "U+FFFD, which stands for a character that was lost",
    ja: "失われた文字の代わりの U+FFFD ",
};

/// A surrogate, such as `\ud83d`, without the other half of its character.
pub(crate) static LONE_SURROGATE: Localized = Localized {
    en: "a lone surrogate, which is half of a character",
    ja: "文字の半分（対のないサロゲート）",
};
