//! `crlf`: Windows line ends.

use super::{Class, Example, Localized, PackedWords, Rule, Scope, words};

/// Lines that end in CR LF; the result has LF.
pub static CRLF: Rule = Rule {
    id: "crlf",
    class: Class::Mended,
    aws: "",
    source: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "CRLF",
        title: "Lines end the Windows way",
        message: "Read Windows line ends (CRLF); the result has LF.",
        why: "CRLF is valid JSON, and AWS does not mind it. In Git, though, a change of line \
            ends shows the whole file as changed.",
        cure: "taskdef reads both kinds and writes LF only.",
    },
    ja: words! {
        label: "CRLF",
        title: "改行コードが CRLF です",
        message: "改行コードの CRLF を LF として読みました。",
        why: "CRLF は JSON として正しく、AWS も受け付けます。ただし、改行コードが変わると、\
            Git ではファイル全体が変更されたように見えます。",
        cure: "どちらの改行コードも読みます。結果は LF にそろえます。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Text,
    before: concat!(
        r#"{"family":"batch","#,
        "\r\n",
        r#""containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
    ),
    after: r#"{"family":"batch","containerDefinitions":[{"name":"app","image":"app:1"}]}"#,
};
