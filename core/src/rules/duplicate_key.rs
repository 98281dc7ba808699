//! `duplicate-key`: the same key twice in one object.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// An earlier value that a later one replaces.
pub static DUPLICATE_KEY: Rule = Rule {
    id: "duplicate-key",
    class: Class::Removed,
    aws: "",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Duplicate key",
        title: "The same key twice",
        message: "Removed {path}: the same key comes again, and the other one counts.",
        why: "When a key comes twice, every AWS client takes the last one without a word. The \
            earlier one looks set, but has no effect.",
        cure: "taskdef kept the last one. If you meant the earlier one, delete the later one.",
    },
    ja: words! {
        label: "キーの重複",
        title: "同じキーが重ねて書かれています",
        message: "同じキーがもう一度あり、そちらが使われるので、{path} を取り除きました。",
        why: "同じキーが 2 回あると、どの AWS クライアントも、何も知らせずに最後の値を使います。\
            先に書いた値は、効いているように見えて使われません。",
        cure: "最後の値を残しました。先に書いた値を使うなら、後ろのほうを消してください。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Task,
    before: r#""cpu": "256", "cpu": "512""#,
    after: r#""cpu": "512""#,
};
