//! `lost-character`: U+FFFD, or a surrogate without its pair, in a key or a value.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// A character that was lost before the text came here; what is left of it is kept byte for byte.
pub static LOST_CHARACTER: Rule = Rule {
    id: "lost-character",
    class: Class::Warning,
    aws: "",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-8.2",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Lost character",
        title: "A character that was lost",
        message: "{path} has U+FFFD, or half of a character, in place of one that was lost.",
        why: "A program that cut or decoded the text lost it.",
        cure: "Write it again, or copy the text from where it is still whole.",
    },
    ja: words! {
        label: "文字の欠落",
        title: "失われた文字があります",
        message: "{path} に、失われた文字の代わりの U+FFFD か、文字の半分があります。",
        why: "テキストを途中で切ったりデコードしたりしたときに、文字が失われています。",
        cure: "文字を書き直すか、元のテキストからコピーし直してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""command": ["K�ln"]"#,
    after: r#""command": ["K�ln"]"#,
};
